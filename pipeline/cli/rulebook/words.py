"""The command `dossier rulebook words`: everything that one may write in a rulebook file, with its meaning."""

from __future__ import annotations

from collections.abc import Mapping

import typer

from pipeline.cli.options.rulebook import WordsOptions
from pipeline.cli.said import say
from pipeline.rulebook import key_words


def run(asked: WordsOptions) -> None:
    """Section by section, a line a word, the word first, ready to copy."""
    shown = False
    for title, words in sections().items():
        fitting = {word: meaning for word, meaning in words.items() if asked.find in word or asked.find in meaning}
        if fitting:
            shown = True
            say(f"【{title}】")
            for word, meaning in fitting.items():
                say(f"{word}\t{meaning}")
            say("")
    if not shown:
        say(f"没有含“{asked.find}”的词。不带参数可列出全部；没有的量、空格、名单、材料可以写在自己的规则文件里")
        raise typer.Exit(1)


def sections() -> Mapping[str, Mapping[str, str]]:
    """Every word by section."""
    return {
        "键": key_words.key_meanings(),
        "量（measure）": key_words.measures(),
        "功能（functions 里的 id）": key_words.functions(),
        "功能里的量（measure）": key_words.measures_of_functions(),
        "材料（paper）": key_words.papers(),
        "名单（table、lists）": key_words.lists(),
        "空格（表格文件 lines 里的 {…}）": key_words.blanks(),
        "级别（levels）": key_words.levels(),
        "区域（region）": key_words.regions(),
    }
