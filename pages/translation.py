"""Which texts are told in several languages."""

from modeltranslation.translator import register

from pages.models import Page
from publishing.translation import PageTexts

register(Page)(PageTexts)
