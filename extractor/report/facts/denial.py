"""The words that deny: that there was none, and that there could be none."""

from __future__ import annotations

import re

DENIAL = re.compile(
    r"(?<!有)没有|(?<!有)没|(?<![毫并])无[须需](?=结转|转入|转到|移入|留到)|(?<![毫并])无(?!法|故|效|论|障碍|正当|偿|误|需|须|关|锡|权|人机|线|理由)|(?<![逾超过]期)尚?未(?!来"
    r"|经"
    r"|审|办结|结(?!转)|按|满|成年|予|能|央)"
    r"|不存在|从未|不曾|零(?=申请|复议|诉讼|行政|纠错|败诉|收费|结转|投诉|发生|案件|受理|记录|纪录|提起|增长)|不涉及"
)
# 不具有行政许可权, 不制发规范性文件: what an office may not do, or never does, it did not do.
INCAPACITY = re.compile(
    rf"{DENIAL.pattern}|不(?:再|能|另行?|单独|独立|自行|直接|对外)*(?:具有|具备|享有|拥有|行使|承担|负有"
    r"|(?=制[定发作订]|印发|出台|颁布|下发|起草印发))"
)
