"""The form with which staff send in a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from reports.importing.mistakes import UnreadableError
from reports.importing.tables import LARGEST, checked
from reports.models import FigureFile


class FileForm(forms.Form):
    """A file with values. One that can't be read at all goes no further."""

    file = forms.FileField(
        label="Fil med värden",
        help_text="XLSX eller CSV, högst 8 MB och 100 000 rader. Inget ändras förrän du har sett "
        "igenom filen och valt att införa den.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        allow_empty_file=True,
        error_messages={"required": "Välj en fil.", "invalid": "Välj en fil."},
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError("Filen är större än 8 MB. Dela upp den i flera.")
        self.content = file.read()
        try:
            checked(self.content)
        except UnreadableError as error:
            raise ValidationError([*error.args]) from error
        return file

    def kept(self, user: Any) -> FigureFile:
        """The file, kept so that it can be looked through."""
        name = self.cleaned_data["file"].name[:200]
        return FigureFile.objects.create(name=name, content=self.content, uploaded_by=user)
