"""Draws the pictures of docs/guide: a clerk's day with the demo, done by mouse in a console of its own, step by step.

``python -m scripts.guide_pictures [CHAPTER…]``. Needs Chromium (or what DOSSIER_BROWSER names) and a Chinese font. A
chapter builds upon those before it, which are therefore done too; pictures are kept of the named ones, or of all.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
from PIL import Image

from pipeline import demo
from tests.builders import browser
from tests.builders.browsing import served

TARGET = Path(__file__).resolve().parents[1] / "docs" / "guide" / "pictures"
DOSSIERS = ("02-哈尔滨-缺件", "06-秦皇岛-数据不一致", "01-哈尔滨-齐全")
"""What the clerk of the guide receives: one with papers missing, one whose numbers differ, one that is in order."""
OFFICE = {
    "name": "示例市工业和信息化局",
    "sign": "示例工信补",
    "contact": "张三",
    "telephone": "0000-12345678",
    "address": "示例市示例路1号",
}
SIZE = (1366, 768)
COLOURS = 64
PATIENCE = 300
"""Seconds that a busy machine may take to start the console, or to screen."""
PASSWORD = "chunxiao bu jue xiao"  # noqa: S105  of a console that lasts as long as this script


@dataclass
class Day:
    """A browser before a console, and where its pictures go."""

    tab: browser.Tab
    address: str
    code: str
    inbox: Path
    target: Path
    kept: Sequence[str] = ()
    chapter: str = ""
    made: list[str] = field(default_factory=list)
    given: str = ""
    """The password that the administrator gave to the second person."""

    def go(self, path: str) -> None:
        """Open a page of the console."""
        self.tab.visit(self.address + path, SIZE)

    def batch(self) -> str:
        """The address of the batch whose page is shown."""
        return str(self.tab.say("location.pathname.match(/^.b.[0-9]+/)[0]"))

    def says(self, text: str) -> None:
        """Wait until the page that is shown says this."""
        shown = f"(document.body?.textContent ?? '').includes('{text}') && document.readyState === 'complete'"
        self.patient(shown)

    def patient(self, script: str) -> None:
        """Wait until the expression is true; a machine may be slow."""
        until = time.monotonic() + PATIENCE
        while not self.tab.say(script):
            if time.monotonic() > until:
                raise SystemExit(f"{self.chapter}: never true: {script}")
            time.sleep(0.2)

    def fill(self, name: str, text: str) -> None:
        """A field by its name, what stood in it replaced."""
        self.tab.click(f"[name={name}]")
        self.tab.say(f"void document.querySelector('[name={name}]').select?.()")
        self.tab.write(text)

    def choose(self, name: str, value: str) -> None:
        """An entry of a list, as the browser's own list box gives it."""
        at = f"document.querySelector('[name={name}]')"
        self.tab.say(f"void ({at}.value = '{value}', {at}.dispatchEvent(new Event('change', {{bubbles: true}})))")

    def hand_in(self, field: str, files: list[Path]) -> None:
        """Files given to an upload field, as the system's own window does."""
        root = self.tab.call("DOM.getDocument")["root"]["nodeId"]
        node = self.tab.call("DOM.querySelector", nodeId=root, selector=field)["nodeId"]
        self.tab.call("DOM.setFileInputFiles", nodeId=node, files=[str(one) for one in files])

    def shot(self, name: str) -> None:
        """Keep what is to be seen as ``<chapter>-<name>.png``, of few colours."""
        if self.kept and self.chapter not in self.kept:
            return
        self.tab.wait(
            "document.fonts.status === 'loaded'"
            " && [...document.images].every(one => one.complete || !one.checkVisibility())"
        )
        self.target.mkdir(parents=True, exist_ok=True)
        self.made.append(f"{self.chapter}-{name}.png")
        with Image.open(io.BytesIO(self.tab.picture())) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(self.target / self.made[-1], optimize=True)


def begin(day: Day) -> None:
    """收件 before anything is received: the first run."""
    day.go(f"/setup?code={day.code}")
    for name, text in (("name", "张三"), ("login", "zhangsan"), ("password", PASSWORD), ("again", PASSWORD)):
        day.fill(name, text)
    day.shot("setup")
    day.tab.click("button.main")
    day.patient("location.pathname === '/setup/office' && document.querySelector('[name=demo]') !== null")
    for name, text in OFFICE.items():
        day.fill(name, text)
    day.tab.click("[name=demo]")
    day.shot("office")
    day.tab.click("button.main")
    day.says("还没有批次")
    day.go("/admin/people")
    day.fill("name", "李四")
    day.fill("login", "lisi")
    for role in ("decides", "checks"):
        day.tab.click(f"[name=roles][value={role}]")
    day.shot("people")
    day.tab.click("form.fields button.main")
    day.says("只显示这一次")
    day.given = day.tab.say("document.body.textContent.match(/一次性密码：(.+?)。只显示/)[1]")


def receive(day: Day) -> None:
    """收件: a batch, and archives dropped into it."""
    day.go("/batches/new")
    day.fill("name", "2026年第一批示范平台")
    day.tab.click("[name=members]")
    day.shot("new")
    day.tab.click("form.card button.main")
    day.says("把文件夹或压缩包拖到这里")
    day.shot("drop")
    day.hand_in("#single", [_packed(day.inbox / name, day.inbox.parent / "zip") for name in DOSSIERS])
    day.patient("document.querySelector('.coming button.main')?.disabled === false")
    day.shot("sent")
    day.tab.click(".coming button.main")
    day.says(f"已收 {len(DOSSIERS)}")


def screen(day: Day) -> None:
    """初审: how far it is, and the batch when it is done."""
    day.go(day.batch())
    day.patient("document.querySelectorAll('#jobs progress, table.dossiers tbody .key').length > 0")
    day.shot("running")
    until = time.monotonic() + PATIENCE
    while day.tab.say("document.querySelectorAll('table.dossiers tbody .key').length") < len(DOSSIERS):
        if time.monotonic() > until:
            raise SystemExit("the dossiers were not screened")
        time.sleep(1)
        day.go(day.tab.say("location.pathname"))
    day.patient("document.querySelector('#jobs .job') === null")
    day.shot("batch")


def review(day: Day) -> None:
    """核对: a dossier, its points, one act, and what it changed."""
    _open(day, DOSSIERS[1])
    day.shot("dossier")
    day.tab.click(".head a.button.main")
    day.patient("document.documentElement?.dataset.settled > 0")
    day.tab.say(
        "void [...document.querySelectorAll('.points a')].find(one => one.textContent.includes('营业收入')).click()"
    )
    day.patient("document.querySelector('.sheet img')?.naturalWidth > 800")
    day.shot("point")
    day.tab.click(".act[data-key=KeyC] summary")
    day.patient("document.activeElement?.name === 'value'")
    day.shot("correct")
    day.tab.click("[data-leave]")
    day.tab.click(".act[data-key=KeyB] summary")
    day.patient("document.activeElement?.name === 'text'")
    day.tab.write("此处数字有涂改，请申请人说明")
    day.tab.click("[data-draw]")
    day.shot("frame")
    day.tab.press("Escape", "Escape")
    day.tab.click(".act[data-key=KeyB] summary")
    day.tab.click(".act[data-key=KeyA] summary")
    before = day.tab.say("document.documentElement.dataset.settled")
    day.tab.click(".act[data-key=KeyA] button.main")
    day.patient(f"document.documentElement?.dataset.settled > {before}")
    day.shot("settled")
    day.tab.click("[data-open=end]")
    day.shot("end")


def letters(day: Day) -> None:
    """发文: a letter drafted, its words changed, given to a second person."""
    day.go(f"{day.batch()}/letters")
    day.shot("list")
    day.tab.click("main form button.main")
    day.says("需要文书的卷宗都已草拟")
    day.tab.click("table.grid tbody tr:last-child a")
    day.patient("document.querySelector('.letterrow') !== null")
    day.shot("draft")
    day.fill("how", "送交或邮寄至本局")
    day.fill("days", "10")
    day.tab.click("#words button.main")
    day.says("已保存")
    day.tab.click("button[value=check]")
    day.says("等待经办人以外的复核人")
    day.shot("check")
    letter = day.tab.say("location.pathname")
    _second_person(day)
    day.go(letter)
    day.tab.click("button[value=confirm]")
    day.says("已发出")
    day.tab.say("void document.querySelector('button[value=sent]').scrollIntoView({block: 'end'})")
    day.shot("confirmed")
    day.tab.click("button[value=sent]")
    day.patient("document.querySelector('button[value=served]') !== null")
    day.tab.click("button[value=served]")
    day.patient("document.querySelector('p.calm') !== null")


def rounds(day: Day) -> None:
    """补正: what was asked of whom until when; what came is taken in and held against what was asked."""
    day.go(f"{day.batch()}/rounds")
    day.shot("list")
    day.go(day.tab.say("document.querySelector('table.rounds tbody a.button').pathname"))
    day.hand_in("[name=files]", [_certificate(day.inbox.parent / "质量管理体系认证证书.docx")])
    day.shot("take")
    day.tab.click("section.take button.main")
    day.says("第 2 轮")
    until = time.monotonic() + PATIENCE
    while not day.tab.say("document.querySelector('h3.group') !== null"):
        if time.monotonic() > until:
            raise SystemExit("the second round was not screened")
        time.sleep(1)
        day.go(day.tab.say("location.pathname"))
    day.patient("document.querySelector('#jobs .job') === null")
    day.shot("compared")


def summary(day: Day) -> None:
    """汇总: who is recommended, marked by a person; the tables to hand on."""
    day.go(f"{day.batch()}/summary")
    day.tab.click("table.each tbody tr:first-child summary")
    day.tab.click("table.each tbody tr:first-child [name=reason]")
    day.tab.write("材料齐全，符合条件")
    day.shot("mark")
    day.tab.click("table.each tbody tr:first-child button[value=recommend]")
    day.patient("document.querySelector('table.each .mark') !== null && document.readyState === 'complete'")
    day.shot("tables")


def sample(day: Day) -> None:
    """抽查: planned in a sentence, drawn, called one after the other, evaluated."""
    day.go(f"{day.batch()}/samples")
    first = "[...document.querySelectorAll('[name=dossier] option')].find(one => one.textContent.includes('06-')).value"
    day.choose("dossier", day.tab.say(first))
    day.fill("size", "3")
    day.says("中抽 3 家")
    day.shot("plan")
    day.tab.click(".plan button.main")
    day.patient("location.pathname.includes('/samples/of/') && document.readyState === 'complete'")
    day.shot("drawn")
    day.tab.click(".head .button.main")
    for answered in range(3):
        day.says(f"已答 {answered}/3")
        if answered == 1:
            day.shot("call")
        day.tab.click(".outcomes .agrees")
    day.says("没有要打的了")
    day.tab.click("a.button.main")
    day.patient("document.querySelector('.head button:not([disabled])') !== null")
    day.tab.click(".head button")
    day.says("已评价")
    day.shot("evaluated")


def settings(day: Day) -> None:
    """设置: where dossiers come from, templates of one's own, back-ups; by whoever administers."""
    day.tab.call("Network.clearBrowserCookies")
    day.go("/login")
    day.fill("login", "zhangsan")
    day.fill("password", PASSWORD)
    day.tab.click("button.main")
    day.patient("location.pathname === '/' && document.readyState === 'complete'")
    come = day.inbox.parent / "来件"
    come.mkdir()
    day.go("/admin/incoming")
    day.fill("from", str(come))
    day.tab.click("form.fields button.main")
    day.says("已保存")
    # A path of this machine is nobody's business.
    day.tab.say("void (document.querySelector('[name=from]').value = 'D:/扫描件')")
    day.shot("incoming")
    day.go("/admin/templates")
    day.shot("templates")
    day.go("/admin/house")
    day.shot("house")


CHAPTERS: dict[str, Callable[[Day], None]] = {
    "begin": begin,
    "receive": receive,
    "screen": screen,
    "review": review,
    "letters": letters,
    "rounds": rounds,
    "sample": sample,
    "summary": summary,
    "settings": settings,
}


def _open(day: Day, folder: str) -> None:
    """The dossier of this folder, from the batch's own list."""
    day.go(day.batch())
    line = (
        f"[...document.querySelectorAll('table.dossiers td.key a')].find(one => '{folder}'.startsWith(one.textContent))"
    )
    day.go(day.tab.say(f"({line}).pathname"))


def _second_person(day: Day) -> None:
    """Logged in as whom the administrator added, with a password of his own."""
    day.tab.call("Network.clearBrowserCookies")
    day.go("/login")
    day.fill("login", "lisi")
    day.fill("password", day.given)
    day.tab.click("button.main")
    day.patient("document.querySelector('[name=old]') !== null")
    for name, text in (("old", day.given), ("new", PASSWORD), ("again", PASSWORD)):
        day.fill(name, text)
    day.tab.click("form.card button.main")
    day.patient("location.pathname === '/' && document.readyState === 'complete'")


def _certificate(target: Path) -> Path:
    """The paper that was asked for: what a certificate of this kind says, made up."""
    paper = docx.Document()
    paper.add_heading("质量管理体系认证证书")
    for line in ("兹证明：秦皇岛碧海试样技术服务有限公司", "质量管理体系符合 GB/T 19001-2016/ISO 9001:2015 标准"):
        paper.add_paragraph(line)
    paper.add_paragraph("有效期：2025年6月1日至2028年5月31日")
    paper.add_paragraph("示例认证中心有限公司")
    paper.save(str(target))
    return target


def _packed(dossier: Path, to: Path) -> Path:
    to.mkdir(exist_ok=True)
    packed = to / f"{dossier.name}.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(dossier.rglob("*")):
            archive.write(path, Path(dossier.name, path.relative_to(dossier)))
    return packed


def drawn(target: Path, chapters: Sequence[str] = ()) -> list[str]:
    """Go through the day; the names of the pictures that were kept, those of these chapters or of all."""
    if browser.installed() is None:
        raise SystemExit("no browser is installed: set DOSSIER_BROWSER")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        demo.write(folder / "inbox")
        console = folder / "console"
        with served(console) as address, browser.tab(folder / "profile") as tab:
            code = (console / "setup-code.txt").read_text("ascii").strip()
            day = Day(tab, address, code, folder / "inbox", target, chapters)
            for day.chapter, told in CHAPTERS.items():
                told(day)
                if day.chapter == list(chapters or CHAPTERS)[-1]:
                    break
            return day.made


def main() -> None:
    """Draw them beside the guide."""
    for name in drawn(TARGET, sys.argv[1:]):
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
