"""Every component of the site in each of its states: what the component page shows."""

from boras_halsa.specimens.basics import BASICS
from boras_halsa.specimens.doings import DOINGS
from boras_halsa.specimens.figures import FIGURES
from boras_halsa.specimens.forms import FORMS
from boras_halsa.specimens.frame import FRAME
from boras_halsa.specimens.places import PLACES
from boras_halsa.specimens.rows import LISTS
from boras_halsa.specimens.words import WORDS

GROUPS = (BASICS, FRAME, WORDS, LISTS, PLACES, FIGURES, DOINGS, FORMS)
