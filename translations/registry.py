"""Everything that is translated, and where each thing is edited."""

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.forms.models import _get_foreign_key
from django.urls import reverse
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from languages.translated import Translated


def translated_models(user: AbstractBaseUser | AnonymousUser) -> list[type[Translated]]:
    """The kinds of things with texts in several languages that a user may change."""
    known = translator.get_registered_models(abstract=False)
    allowed = [m for m in known if issubclass(m, Translated) and user.has_perm(_right_to_change(m))]
    return sorted(allowed, key=lambda model: str(model._meta.verbose_name_plural))


def _right_to_change(model: type[models.Model]) -> str:
    return f"{model._meta.app_label}.change_{model._meta.model_name}"


def edit_address(row: Translated, language: str) -> str:
    """The form in which a text is edited, at its first field in a language.

    A part is edited on the page that it belongs to.
    """
    model = type(row)
    if admin.site.is_registered(model):
        field = build_localized_fieldname(model.translated_fields()[0], language)
        return f"{_form_of(row)}#id_{field}"
    return _form_of(_whole_of(row))


def _form_of(row: models.Model) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _whole_of(part: Translated) -> models.Model:
    """The page that a part is a row of."""
    for model, model_admin in admin.site._registry.items():
        for inline in model_admin.inlines:
            if inline.model is type(part):
                return getattr(part, _get_foreign_key(model, inline.model).name)
    raise LookupError(f"{type(part).__name__} is edited nowhere.")
