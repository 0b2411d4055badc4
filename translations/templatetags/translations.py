"""What templates ask about translation."""

from django import template

from translations.registry import translated_models

register = template.Library()
register.simple_tag(translated_models)
