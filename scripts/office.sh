#!/usr/bin/env sh
# Installs LibreOffice, which reads .doc .wps .rtf .odt .xlsb, where this machine lets us; everything else works
# without it, so this never fails. Set DOSSIER_SOFFICE to use a LibreOffice that is not on the path.
if command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || [ -n "${DOSSIER_SOFFICE:-}" ]; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "LibreOffice is not installed: .doc .wps .rtf .odt .xlsb will be reported as unreadable (see README)." >&2
    exit 0
fi
echo "Installing LibreOffice for .doc .wps .rtf (once) …" >&2
export DEBIAN_FRONTEND=noninteractive
install() {
    timeout 900 apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 \
        libreoffice-writer-nogui libreoffice-calc-nogui
}
if ! { install || { timeout 300 apt-get update -qq && install; }; } >/dev/null 2>&1; then
    echo "LibreOffice could not be installed; the rest works without it." >&2
fi
exit 0
