"""What all components are made of: type, colour, and how a page opens."""

from areas.models import Area
from boras_halsa.specimens.cast import LONG_TITLED, LONG_WORDED, SWIMMING
from boras_halsa.specimens.shown import Component, Group, State, told

WORDS = told(sv="Hälsa där du bor", ar="صحتك في منطقتك")
TEXT = told(
    sv="Var i Borås du bor ska inte avgöra hur du mår. Därför arbetar vi tillsammans.",
    ar="لا ينبغي أن يحدد مكان سكنك في بوروس صحتك. لذلك نعمل معًا.",
)

BASICS = Group(
    "Grunder",
    "Det som allt annat bygger på. Komponenter läser variablerna i tokens.css och skriver "
    "aldrig egna färger eller mått.",
    (
        Component(
            "type",
            "Rubriker i stegen 1 till 4, ingress, text, liten text och det som inte är känt.",
            "elementen själva, och klasserna lead, small, kicker och missing",
            (State("Alla steg", {"words": WORDS, "text": TEXT}),),
            title="Typografi",
            shown_by="components_page/type.html",
        ),
        Component(
            "colours",
            "Grund, bläck, länk, linje och fokus. Färgerna byter värde i mörkt läge, men "
            "aldrig betydelse.",
            "variablerna i tokens.css",
            (State("Sidans färger", {"dyes": Area.Dye.values}, ("sv",)),),
            title="Färger",
            shown_by="components_page/colours.html",
        ),
        Component(
            "opening",
            "Hur en sida börjar: rubriken stor, sedan en mening. Över 40 tecken blir den "
            "mindre (data-long).",
            "page",
            (
                State("Kort rubrik", {"page": SWIMMING}),
                State("300 tecken", {"page": LONG_TITLED}),
                State("Ett ord på 80 tecken", {"page": LONG_WORDED}),
                State("Tre gånger så lång text", {"page": SWIMMING}, languages=("so", "ar")),
            ),
            title="Sidans öppning",
            shown_by="components_page/opening.html",
        ),
    ),
)
