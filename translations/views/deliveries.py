"""The pages on which staff send in translators' files, look them through and take them in."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from languages.names import direction_of, language_names
from translations.deliver import RefusedError, look_through, opened, take_in
from translations.exchange import UnreadableError
from translations.files import LARGEST, text_of
from translations.models import Delivery
from translations.views.staff import TranslatorsView

_DELIVERIES_ON_A_PAGE = 50
_MOST_FAULTS_SHOWN = 200


class UploadForm(forms.Form):
    """A file from a translator. One that can't be read at all goes no further."""

    file = forms.FileField(
        label="Fil från översättaren",
        help_text="XLIFF 1.2, XLIFF 2.0 eller PO, högst 10 MB. Inget ändras förrän du har sett "
        "igenom filen och valt att införa den.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlf,.xliff,.po,.xml"}),
        allow_empty_file=True,
        error_messages={"required": "Välj en fil.", "invalid": "Välj en fil."},
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError("Filen är större än 10 MB. Dela upp den i flera.")
        try:
            self.content = text_of(file.read())
            self.language, _ = opened(self.content)
        except UnreadableError as error:
            raise ValidationError(f"Rad {error.line}: {error.problem}") from error
        return file

    def delivery(self, user: Any) -> Delivery:
        """The file, kept so that it can be looked through."""
        name = self.cleaned_data["file"].name[:200]
        return Delivery.objects.create(
            name=name, language=self.language, content=self.content, uploaded_by=user
        )


class Deliveries(TranslatorsView):
    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._list(UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._list(form)
        return redirect("translations:delivery", form.delivery(request.user).pk)

    def _list(self, form: UploadForm) -> HttpResponse:
        rows = Delivery.objects.defer("content").select_related("uploaded_by")
        page = Paginator(rows, _DELIVERIES_ON_A_PAGE).get_page(self.request.GET.get("page"))
        names = language_names()
        told = [(delivery, names.get(delivery.language, delivery.language)) for delivery in page]
        context = {
            "title": "Filer från översättare",
            "form": form,
            "page_obj": page,
            "deliveries": told,
        }
        return self.shown("deliveries.html", context)


class LookThrough(TranslatorsView):
    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        delivery = get_object_or_404(Delivery, pk=pk)
        looked = look_through(delivery.content, request.user)
        context = {
            "title": delivery.name,
            "delivery": delivery,
            "looked": looked,
            "faults": looked.faults[:_MOST_FAULTS_SHOWN],
            "more_faults": len(looked.faults[_MOST_FAULTS_SHOWN:]),
            "language": language_names().get(delivery.language, delivery.language),
            "direction": direction_of(delivery.language),
        }
        return self.shown("delivery.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        delivery = get_object_or_404(Delivery, pk=pk)
        try:
            take_in(delivery, request.user, request.POST.get("seen", ""))
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Filen är införd.")
        return redirect("translations:delivery", pk)
