"""Bodies that ask, that places and objects are told by, and lists that a line announces with what they are for."""

from __future__ import annotations

import pytest

from made_sentences import PARTIES, analysed, who


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (
            "1. Khi có vụ việc, Sở Y tế chủ trì xử lý, các cơ quan khác trong phạm vi nhiệm vụ của mình có trách"
            " nhiệm phối"
            " hợp.",
            [("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Khi hết thời hạn theo quy định của Bộ luật, Thanh tra tỉnh đã kiến nghị khởi tố không nhận được trả"
            " lời,"
            " thì trao đổi với Sở Y tế; nếu cần thì kiến nghị với Công an tỉnh.",
            [("Thanh tra tỉnh Hà Giang",)] * 2,
        ),
        (
            "Điều 5. Nguyên tắc\n1. Đơn vị, tổ chức, cá nhân sử dụng đài phát không đáp ứng tiêu chuẩn, quy chuẩn về"
            " phát xạ, dùng sai tần số phải khắc phục.",
            [("Đơn vị, tổ chức, cá nhân sử dụng đài phát",)],
        ),
        (
            "1. Người ra quyết định thanh tra có thẩm quyền chuyển hồ sơ đến Công an tỉnh.",
            [("Người ra quyết định thanh tra",)],
        ),
        (
            "1. Sở Y tế có trách nhiệm chủ trì thực hiện nhiệm vụ sau đây nhằm bảo đảm an ninh tại các sự kiện:\n"
            "a) Xây dựng phương án bảo vệ;\nb) Quản lý chặt chẽ vật liệu nổ.",
            [("Sở Y tế tỉnh Hà Giang",)] * 2,
        ),
        (
            "1. Sở Y tế có trách nhiệm sau đây, trừ trường hợp quy định tại khoản 5 Điều này:\n"
            "a) Thẩm định hồ sơ;\nb) Lưu trữ tài liệu.",
            [("Sở Y tế tỉnh Hà Giang",)] * 2,
        ),
        (
            "1. Sở Y tế có trách nhiệm:\na) Định kỳ hằng năm hoặc khi có đề nghị của ngân hàng, cá nhân kinh doanh"
            " ngành,"
            " nghề phi tài chính và các tổ chức khác, chỉ đạo các bệnh viện trao đổi thông tin.",
            [("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Sở Y tế có trách nhiệm:\na) Khi có đề nghị của Sở Tài chính và các cơ quan khác có liên quan cung cấp"
            " thông tin.",
            [("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Các tỉnh, thành phố báo cáo Chính phủ.\n2. Trên cơ sở quy hoạch vùng, tỉnh, thành phố thuộc Vùng Thủ"
            " đô được cấp có"
            " thẩm quyền phê duyệt, Sở Y tế tổ chức hội nghị.",
            [("Các tỉnh, thành phố",), ("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Trách nhiệm của Sở Y tế\na) Căn cứ nhiệm vụ được giao chủ trì hoặc phối hợp với Sở Nội vụ và các"
            " huyện xây"
            " dựng chương trình.",
            [("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Sở Y tế nơi người bị nạn được điều trị thực hiện việc xác minh.\n"
            "2. Công an tỉnh nơi nạn nhân được lưu giữ phối hợp với Sở Y tế làm thủ tục.",
            [("Sở Y tế tỉnh Hà Giang",), ("Công an tỉnh Hà Giang",)],
        ),
        (
            "1. Trường hợp nạn nhân tự trở về, đến trình báo tại Sở Y tế hoặc được Công an tỉnh, Sở Nội vụ phát hiện:\n"
            "a) Sở Y tế tiếp nhận nạn nhân.",
            [("Sở Y tế tỉnh Hà Giang",)],
        ),
        (
            "1. Khi phát hiện hàng hóa nhập khẩu, quá cảnh, trung chuyển có phóng xạ, Sở Y tế:\n"
            "a) Dừng làm thủ tục;\nb) Thông báo tới Công an tỉnh.",
            [("Sở Y tế tỉnh Hà Giang",)] * 2,
        ),
        (
            "1. Sở Y tế cấp giấy chứng nhận cho nạn nhân.\n"
            "Nếu nạn nhân có nguyện vọng tự trở về, thì hỗ trợ tiền tàu xe.\n2. Công an tỉnh lưu hồ sơ.",
            [("Sở Y tế tỉnh Hà Giang",), ("Sở Y tế tỉnh Hà Giang",), ("Công an tỉnh Hà Giang",)],
        ),
        (
            "1. Cơ quan giải cứu (Công an, Cảnh sát biển) thực hiện các việc sau:\na) Cấp giấy xác nhận;\n"
            "b) Trường hợp chưa đủ căn cứ, cơ quan giải cứu bàn giao người được giải cứu cho Sở Y tế.",
            [("Cơ quan giải cứu",)] * 2,
        ),
        (
            "1. Lực lượng Cảnh sát cơ động, Cảnh sát điều tra và các lực lượng khác phải phối hợp chặt chẽ.",
            [("Cảnh sát cơ động", "Cảnh sát điều tra", "Các lực lượng khác")],
        ),
        (
            "1. Việc trao đổi do cơ quan thường trực về phòng cháy các cấp thực hiện theo định kỳ.",
            [("Cơ quan thường trực về phòng cháy các cấp",)],
        ),
        (
            "1. Các trạm y tế chủ động hoặc theo đề nghị có trách nhiệm cung cấp thông tin.",
            [("Các trạm y tế",)],
        ),
        (
            "1. Mọi hoạt động trong lĩnh vực văn hóa, gia đình, thể dục, thể thao và du lịch phải bảo đảm bí mật.",
            [PARTIES],
        ),
    ],
)
def test_who_leads(using, text, leads):
    done = analysed(using, text)
    assert [who(done, duty, "lead") for duty in done.duties] == leads


def test_what_only_tells_which_body_is_meant_is_no_permission(using):
    text = (
        "1. Sở Y tế\nTrong quá trình điều tra nếu phát hiện dấu hiệu tội phạm thì thụ lý theo quy định hoặc chuyển"
        " Cơ quan"
        " điều tra có thẩm quyền thụ lý.\n2. Công an tỉnh nơi người được giải cứu thực hiện việc xác minh."
    )
    assert {duty.modality for duty in analysed(using, text).duties} == {"obligation"}


@pytest.mark.parametrize(
    "text",
    [
        "1. Sở Y tế thông báo kế hoạch cho Sở Nội vụ nơi lưu giữ nạn nhân; Công an tỉnh nơi nạn nhân sẽ xuất cảnh;"
        " các tổ"
        " chức quốc tế (nếu có liên quan) để phối hợp.",
        "1. Sở Y tế soi chiếu hàng hóa theo Quy trình kiểm tra hàng hóa vận chuyển bằng container; hành lý và hành"
        " khách"
        " tại các cửa khẩu do Sở Nội vụ ban hành.",
        "1. Sở Y tế xử lý hành vi vi phạm của người nước ngoài; vi phạm của cơ quan, tổ chức, cá nhân mời bảo lãnh.",
        "1. Sở Y tế thẩm định hồ sơ của các sở, ban, ngành; các tổ chức hội được Nhà nước giao nhiệm vụ thuộc tỉnh.",
        "1. Sở Y tế thẩm định hồ sơ; các trường hợp xin nhập cảnh mang tính nhân đạo, khẩn cấp, điều trị.",
    ],
)
def test_a_semicolon_in_a_list_of_those_told_or_of_things_parts_nothing(using, text):
    assert [who(analysed(using, text), duty, "lead") for duty in analysed(using, text).duties] == [
        ("Sở Y tế tỉnh Hà Giang",)
    ]


def test_the_last_of_those_who_are_told_is_no_second_subject(using):
    text = (
        "1. Sở Y tế hướng dẫn tổ chức tài chính, cá nhân kinh doanh ngành, nghề có liên quan, hộ buôn bán và tổ"
        " chức, cá"
        " nhân khác thực hiện biện pháp cách ly."
    )
    done = analysed(using, text)
    assert [who(done, duty, "lead") for duty in done.duties] == [("Sở Y tế tỉnh Hà Giang",)]
    assert who(done, done.duties[0], "directed") == ("Tổ chức tài chính", "Tổ chức, cá nhân khác")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "1. Sở Y tế báo cáo Thủ tướng Chính phủ và Chủ tịch Hội đồng điều phối Vùng Thủ đô.",
            ("Thủ tướng Chính phủ", "Chủ tịch Hội đồng điều phối Vùng Thủ đô"),
        ),
        (
            "1. Sở Y tế báo cáo Trưởng Công an quận, huyện, thị xã, thành phố thuộc tỉnh, thành phố trực thuộc Trung"
            " ương.",
            ("Trưởng Công an quận, huyện, thị xã, thành phố thuộc tỉnh, thành phố trực thuộc Trung ương",),
        ),
        (
            "1. Sở Y tế báo cáo Chủ tịch Ủy ban nhân dân các tỉnh, thành phố Vùng Thủ đô.",
            ("Chủ tịch Ủy ban nhân dân các tỉnh, thành phố Vùng Thủ đô",),
        ),
        ("1. Sở Y tế báo cáo thủ trưởng cơ quan, đơn vị.", ("Thủ trưởng cơ quan, đơn vị",)),
        ("1. Sở Y tế gửi cho Kiểm sát viên bản sao tài liệu.", ("Kiểm sát viên",)),
    ],
)
def test_names_of_those_who_are_sent_something(using, text, recipients):
    done = analysed(using, text)
    assert who(done, done.duties[0], "recipient") == recipients
