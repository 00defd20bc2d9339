"""For which machines is a bundle made, and what is different on each?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_OLDEST_GLIBC, _NEWEST_GLIBC = 5, 28
"""Minor versions of glibc 2 for which wheels are taken: 2.28 is what Debian 10 and CentOS 8 have."""


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of machine. ``platforms``: the wheel tags it takes, best first; ``words``: what its readme says."""

    name: str
    platform: str
    platforms: tuple[str, ...]
    starters: str
    line_end: str
    suffix: str
    environment: Mapping[str, str]
    words: Mapping[str, str]

    def markers(self, python: str) -> Mapping[str, str]:
        """The values by which a lock's markers are decided there."""
        return {
            **self.environment,
            "sys_platform": self.platform,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


_LINUX_TAGS = (
    *(f"manylinux_2_{minor}_x86_64" for minor in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1)),
    "manylinux2014_x86_64",
    "manylinux2010_x86_64",
    "manylinux1_x86_64",
    "linux_x86_64",
)

TARGETS: Mapping[str, Target] = {
    "windows": Target(
        "windows-x86_64",
        "win32",
        ("win_amd64",),
        "windows",
        "\r\n",
        ".zip",
        {"os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
        {
            "title": "Windows x86-64",
            "install": (
                "  双击“安装.cmd”。没有 Python 的，先把 Python 官方的 64 位安装程序（python-3.11.x-amd64.exe 等）\n"
                "  放到本文件夹。"
            ),
            "start": "  双击“启动.cmd”；也可以把收件夹拖到“启动.cmd”上，直接初审。",
            "place": "%LOCALAPPDATA%\\dossier-intake",
            "glibc": "",
            "tried": (
                "  本安装包在 Linux 上制作：核对过各部分对 Windows 是否齐全、脚本的换行和编码、带空格和汉字的路径。\n"
                "  没有在 Windows 上运行过：安装.cmd、启动.cmd、代装 Python、内存限制、连接点的识别。\n"
                "  首次使用请先用几个卷宗试运行；安装后的检查（dossier doctor）会逐项说明情况。"
            ),
        },
    ),
    "linux": Target(
        "linux-x86_64",
        "linux",
        _LINUX_TAGS,
        "linux",
        "\n",
        ".tar",
        {"os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64"},
        {
            "title": "Linux x86-64",
            "install": "  在终端中进入本文件夹，运行 sh install.sh。",
            "start": "  运行 sh start.sh；sh start.sh 收件夹 直接初审该文件夹。",
            "place": "~/.local/share/dossier-intake",
            "glibc": "、glibc 2.28 以上（Debian 10、CentOS 8、麒麟 V10、统信 20 等）",
            "tried": (
                "  在 Debian 12 上、断开网络的空环境中试过：安装、检查、初审一批虚构材料（Python 3.11）。\n"
                "  没有试过：其他发行版，Python 3.12、3.13 下的安装。"
            ),
        },
    ),
}
