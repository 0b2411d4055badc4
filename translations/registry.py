"""Everything that is translated, and where each thing is edited."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.forms.models import _get_foreign_key
from django.urls import reverse
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from languages.translated import Translated

_ROW = re.compile(r"(?P<model>\w+\.\w+):(?P<key>[0-9]{1,18})")


def translated_models(user: AbstractBaseUser | AnonymousUser) -> list[type[Translated]]:
    """The kinds of things with texts in several languages that a user may change."""
    known = translator.get_registered_models(abstract=False)
    allowed = [m for m in known if issubclass(m, Translated) and _may_change(user, m)]
    return sorted(allowed, key=lambda model: str(model._meta.verbose_name_plural))


def _may_change(user: AbstractBaseUser | AnonymousUser, model: type[models.Model]) -> bool:
    """A part is changed by those who may also change the page that it belongs to."""
    if not admin.site.is_registered(model) and model not in _links_of_parts():
        return False
    link = link_to_whole(model)
    needed = {model, link.related_model if link else model}
    return all(user.has_perm(f"{m._meta.app_label}.change_{m._meta.model_name}") for m in needed)


def ticked(values: Iterable[str], user: AbstractBaseUser | AnonymousUser) -> list[Translated]:
    """The rows that a form names, such as "app.model:3", as far as the user may change them.

    Names of nothing are left out: the caller compares how many there are.
    """
    keys: dict[str, set[int]] = defaultdict(set)
    for value in values:
        if named := _ROW.fullmatch(value):
            keys[named["model"]].add(int(named["key"]))
    return [
        row
        for model in translated_models(user)
        if (wanted := keys.get(model._meta.label_lower))
        for row in model._default_manager.order_by("pk").filter(pk__in=wanted)
    ]


def address_of(model: type[Translated], key: int, whole_key: int, language: str) -> str:
    """The form in which a text is edited, at its first field in a language.

    A part is edited on the page with `whole_key`, where language-tabs.js finds it by its key.
    """
    field = build_localized_fieldname(model.translated_fields()[0], language)
    if link := link_to_whole(model):
        rows = link.remote_field.get_accessor_name()
        return f"{_form_of(link.related_model, whole_key)}#{rows}-{key}-{field}"
    return f"{_form_of(model, key)}#id_{field}"


def _form_of(model: type[models.Model], key: int) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])


def link_to_whole(model: type[models.Model]) -> models.ForeignKey | None:
    """The link from a part to the page on which it is edited; none from what has its own form."""
    return None if admin.site.is_registered(model) else _links_of_parts()[model]


@cache
def _links_of_parts() -> dict[type[models.Model], models.ForeignKey]:
    """What is edited in rows on a page. The admin is the same for as long as the site runs."""
    return {
        inline.model: _get_foreign_key(whole, inline.model)
        for whole, whole_admin in admin.site._registry.items()
        for inline in whole_admin.inlines
    }
