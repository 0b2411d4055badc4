from django.http import HttpRequest, HttpResponse


def documentation(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")
