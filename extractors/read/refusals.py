"""What to tell the clerk of a file that this program does not read: what is wrong, what to ask the applicant for."""

from __future__ import annotations

from extractors.read import media_type as media_types

_EDITABLE = "可请申请人补交可编辑的电子版（DOCX、XLSX 或带文字的 PDF）"
_AGAIN = "请申请人重新提交能正常打开的文件"
_UNLOCKED = "请申请人提供未加密版本"

TOO_LARGE = ("读取该文件所需的内存超过允许的上限，未读取", "请申请人删去多余内容或分成几个文件后重新提交")
TOO_DEEP = ("文件内部一层套一层，层数过多，为安全起见未读取", "请申请人用 Office 或 WPS 另存后重新提交")

_REFUSALS: dict[str, tuple[str, str]] = {
    media_types.DAMAGED: ("文件已损坏或不完整，无法打开", _AGAIN),
    media_types.EMPTY: ("文件为空，没有内容", _AGAIN),
    media_types.ENCRYPTED: ("文件设有打开密码，无法读取", _UNLOCKED),
    media_types.DRM: ("文件被申请单位的加密软件（文档安全系统）加密，无法读取", "请申请人解密后重新提交"),
    media_types.PPT: ("旧版演示文稿（.ppt），本程序不能读取，请人工核看", "可请申请人另存为 PDF 后补交"),
    media_types.PPTX: ("演示文稿（PPTX），本程序当前不能读取，请人工核看", "可请申请人另存为 PDF 后补交"),
    media_types.HTML: (
        "网页文件（HTML），本程序当前不能读取，请人工核看",
        "可请申请人另存为 DOCX、XLSX 或 PDF 后补交",
    ),
    media_types.XML: (
        "XML 格式的文件，本程序当前不能读取，请人工核看",
        "可请申请人用 Office 或 WPS 另存为 DOCX 或 XLSX 后补交",
    ),
    media_types.JSON: (
        "系统导出的数据文件（JSON），本程序当前不能读取，请人工核看",
        "可请申请人从系统中导出 XLSX、DOCX 或 PDF 后补交",
    ),
    media_types.ZIP: ("压缩包（ZIP），本程序当前不能读取其中的文件，请人工核看", "可请申请人解压后逐份提交"),
    media_types.SEVEN_ZIP: ("压缩包（7Z），本程序当前不能读取其中的文件，请人工核看", "可请申请人解压后逐份提交"),
    media_types.RAR: ("压缩包（RAR），本程序当前不能读取其中的文件，请人工核看", "可请申请人解压后逐份提交"),
    media_types.TAR: ("压缩包（TAR），本程序当前不能读取其中的文件，请人工核看", "可请申请人解压后逐份提交"),
    media_types.GZIP: ("压缩包（GZ），本程序当前不能读取其中的文件，请人工核看", "可请申请人解压后逐份提交"),
    media_types.LOCKED_ZIP: ("压缩包设有密码，无法读取", _UNLOCKED),
}


def refusal(media_type: str) -> tuple[str, str]:
    """The reason and what to ask for, both Chinese without a full stop."""
    if media_type in _REFUSALS:
        return _REFUSALS[media_type]
    if media_type.startswith("image/"):
        return "扫描图片或照片，本程序当前不能识别图中文字，请人工核看", _EDITABLE
    if media_type.startswith(("video/", "audio/")):
        return "音频或视频文件，本程序不能读取，请人工核看", "如需作为佐证，请申请人补交文字材料"
    return "文件格式无法识别，不能读取，请人工核看", _EDITABLE
