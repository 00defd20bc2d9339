"""How is Django set up for one office machine: one folder, one database, nothing from any other host?"""

from __future__ import annotations

import os
from pathlib import Path

from console.database import VARIABLE, configured
from console.place import DataFolder

_FOLDER = os.environ.get("DOSSIER_CONSOLE_DATA", "")
DATA = DataFolder(Path(_FOLDER or "."))
# Without a folder (type checks, migrations being written) nothing is signed that anybody would believe.
SECRET_KEY = DATA.key() if _FOLDER else "no folder, no sessions"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("DOSSIER_CONSOLE_HOSTS", "127.0.0.1,localhost").split(",")
SECURED = os.environ.get("DOSSIER_CONSOLE_TLS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "console",
]
MIDDLEWARE = [
    "console.middleware.OwnHeaders",
    "console.middleware.OldBrowsers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "console.middleware.IdleSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "console.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"environment": "console.pages.environment.environment"},
    }
]
DATABASES = {"default": configured(os.environ.get(VARIABLE, ""), DATA.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "console.Person"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURED
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "console.pages.failures.csrf"
IDLE_SECONDS = 30 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Not no-referrer: Chromium then sends Origin: null with every form, which no check of CSRF can tell from a stranger.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
WARM_PROCESSES = os.environ.get("DOSSIER_CONSOLE_WARM", "1") == "1"
"""Whether files are opened, and dossiers judged again, in processes of their own; tests do it in theirs."""

DATA_UPLOAD_MAX_NUMBER_FILES = 200
# What is being uploaded lies where only its owner reads, and where there is room for it.
FILE_UPLOAD_TEMP_DIR = DATA.incoming if DATA.incoming.is_dir() else None
FILE_UPLOAD_PERMISSIONS = 0o600
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = os.environ.get("TZ", "Asia/Shanghai")
USE_TZ = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"window": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["window"], "level": "ERROR"},
    # A stranger's Host is refused; there is nothing in it to be mended.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
