"""What the city's first content lacks, so that each part of each page has something to say."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from areas.models import Area, Arena
from initiatives.models import Initiative, Material, Occasion
from partners.models import Agreement, Organisation
from publishing.models import Contact, Office
from reports.models import Indicator, Observation, Report, Territory
from tests.conftest import make_news, tomorrow
from uploads.models import Document, Image

WEB = "https://example.org/"
PHONE = "033-35 00 00"


def furnish() -> None:
    _initiative()
    _agreement()
    _norrby()
    _figures()
    Organisation.objects.update(web=WEB)
    news = make_news(title="Senaste nytt")
    picture = Image.objects.create(file="b.png", width=9, height=9, alt="En bänk", credit="Ebba Ek")
    contact = Contact.objects.create(title="Samordnare", office=Office.objects.get(), phone=PHONE)
    for model in (Area, Initiative, Agreement, Organisation, Report):
        getattr(news, f"{model._meta.model_name}s").set(model.objects.all())
        model.objects.update(image=picture, contact=contact)


def _initiative() -> None:
    swimming = Initiative.objects.get(slug="simskola-for-kvinnor")
    Material.objects.create(initiative=swimming, title="Om simskolan", document=_document())
    starts = tomorrow()
    for hours in (1, 48):
        ends = starts + timedelta(hours=hours)
        times = {"starts_at": starts, "ends_at": ends, "signup_from": starts, "signup_to": ends}
        words = {"place": "Badet", "how_to_sign_up": "Ring oss"}
        Occasion.objects.create(initiative=swimming, places=9, **times, **words)


def _agreement() -> None:
    agreement = Agreement.objects.get(slug="folkhalsoavtalet")
    agreement.documents.add(_document())
    day = date(2020, 3, 3)
    Agreement.objects.filter(pk=agreement.pk).update(signed_on=day, valid_from=day)
    Agreement.objects.exclude(pk=agreement.pk).update(valid_from=day, valid_to=date(2030, 3, 3))


def _norrby() -> None:
    arenas = Arena.objects.filter(area__slug="norrby")
    arenas.update(street="Ebbagatan 1", phone=PHONE, web=WEB)
    arenas.filter(pk=arenas.first().pk).update(latitude=57, longitude=12)


def _figures() -> None:
    Indicator.objects.update(
        next_update=date(2030, 1, 2), collection="register", period_type="year", polarity="low"
    )
    indicator = Indicator.objects.get(code="befolkning")
    territory = Territory.objects.filter(area__slug="norrby").first()
    for age, status in enumerate(Observation.Status.values):
        Observation.objects.create(
            indicator=indicator,
            territory=territory,
            value=7,
            age_from=age,
            status=status,
            period_from=date(2021, 5, 5),
        )


def _document() -> Document:
    file = SimpleUploadedFile("blad.pdf", b"%PDF-1.7".ljust(5000))
    return Document.objects.create(title="Avtalet", file=file, language="fi")
