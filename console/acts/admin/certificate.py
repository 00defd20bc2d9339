"""A certificate for the pages, made here: an authority of the office's own, which its machines are told to trust once.

Nothing is asked of anybody else. The authority's key never leaves the console's folder, and is in no back-up.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from console.opening import MADE
from pipeline.results import files as result_files

AUTHORITY = "tls/authority.pem"
_AUTHORITY_KEY = "tls/authority.key"
_TRUSTED = timedelta(days=3650)
_GOOD = timedelta(days=397)
"""No browser takes a longer one for new."""
_BEFORE = timedelta(hours=1)
"""Clocks of an office go apart."""


@dataclass(frozen=True, slots=True)
class MadeCertificate:
    """What was made: the names it is good for, until when, and the authority's fingerprint to compare."""

    names: tuple[str, ...]
    until: datetime
    fingerprint: str


def made(root: Path, names: Sequence[str]) -> MadeCertificate:
    """A certificate for these names and addresses, signed by the office's authority (made where there is none)."""
    authority, signing = _authority(root)
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    built = (
        _begun(names[0], authority.subject, key.public_key(), now, _GOOD)
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_signed_by(signing), critical=False)
        .sign(signing, hashes.SHA256())
    )
    result_files.write(root / MADE[1], _private(key))
    result_files.write(root / MADE[0], _public(built) + _public(authority))
    return _told(built, authority)


def known(root: Path) -> MadeCertificate | None:
    """What was made last; None where nothing was."""
    if not (root / MADE[0]).is_file():
        return None
    one, *above = x509.load_pem_x509_certificates((root / MADE[0]).read_bytes())
    return _told(one, above[0] if above else one)


def authority_file(root: Path) -> bytes | None:
    """The authority as a file that Windows and browsers take (DER); None where there is none."""
    path = root / AUTHORITY
    if not path.is_file():
        return None
    return x509.load_pem_x509_certificate(path.read_bytes()).public_bytes(serialization.Encoding.DER)


def _authority(root: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    if (root / AUTHORITY).is_file() and (root / _AUTHORITY_KEY).is_file():
        key = serialization.load_pem_private_key((root / _AUTHORITY_KEY).read_bytes(), password=None)
        found = x509.load_pem_x509_certificate((root / AUTHORITY).read_bytes())
        if isinstance(key, ec.EllipticCurvePrivateKey) and found.not_valid_after_utc > datetime.now(UTC) + _GOOD:
            return found, key
    signing = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    own = _called(f"申报初审 本机构证书 {now:%Y-%m-%d}")
    built = (
        _begun(own, own, signing.public_key(), now, _TRUSTED)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS_ONLY, critical=True)
        .add_extension(_signed_by(signing), critical=False)
        .sign(signing, hashes.SHA256())
    )
    result_files.write(root / _AUTHORITY_KEY, _private(signing))
    result_files.write(root / AUTHORITY, _public(built))
    return built, signing


_SIGNS_ONLY = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def _signed_by(signing: ec.EllipticCurvePrivateKey) -> x509.AuthorityKeyIdentifier:
    """Whoever checks strictly (RFC 5280, 4.2.1.1; Python from 3.13 on) wants to know whose key signed."""
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key())


def _begun(
    subject: str | x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: datetime,
    good: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject if isinstance(subject, x509.Name) else _called(subject))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + good)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _told(one: x509.Certificate, authority: x509.Certificate) -> MadeCertificate:
    alternative = one.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    names = tuple(str(each.value) for each in alternative)
    print_ = authority.fingerprint(hashes.SHA256()).hex(":").upper()
    return MadeCertificate(names, one.not_valid_after_utc, print_)


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _name(one: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(one))
    except ValueError:
        return x509.DNSName(one)


def _public(one: x509.Certificate) -> bytes:
    return one.public_bytes(serialization.Encoding.PEM)


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
