"""Words that made agreements are put together from: one topic, many combinations, no real document."""

OURS, THEIRS = "Hội Chữ thập đỏ tỉnh", "Sở Y tế tỉnh"
OTHER_BODIES = ("Công an tỉnh", "Sở Tài chính", "Đài Phát thanh và Truyền hình tỉnh", "Bệnh viện đa khoa tỉnh")
HEADINGS = (
    "Hoạt động tình nguyện", "Sức khỏe học đường", "Công tác tuyên truyền", "Vận động hiến máu", "Cứu trợ thiên tai",
    "Khám bệnh lưu động", "Đào tạo sơ cấp cứu", "Quản lý quỹ nhân đạo", "Trao đổi thông tin", "Kiểm tra, giám sát",
    "Chế độ hội họp", "Thi đua, khen thưởng", "Kinh phí hoạt động", "Điều khoản thi hành", "Xây dựng lực lượng",
    "Ứng dụng công nghệ", "Chăm sóc người cao tuổi", "Phòng chống dịch bệnh", "An toàn thực phẩm", "Lưu trữ hồ sơ",
)  # fmt: skip
TOPS = (
    "CÔNG TÁC NHÂN ĐẠO", "NỘI DUNG PHỐI HỢP", "TRÁCH NHIỆM CỦA CÁC BÊN", "TỔ CHỨC THỰC HIỆN", "CHẾ ĐỘ LÀM VIỆC",
    "BẢO ĐẢM NGUỒN LỰC",
)  # fmt: skip
VERBS = (
    "tổ chức", "kiểm tra", "xây dựng", "rà soát", "tổng hợp", "cung cấp", "bố trí", "thẩm định", "bàn giao",
    "triển khai", "hỗ trợ", "quản lý", "theo dõi", "đánh giá",
)  # fmt: skip
OBJECTS = (
    "các buổi hiến máu tình nguyện", "mạng lưới cộng tác viên dân số", "danh mục thuốc thiết yếu",
    "đội thanh niên xung kích", "kho hàng cứu trợ khẩn cấp", "lớp tập huấn sơ cứu ban đầu", "tủ thuốc thôn bản",
    "hồ sơ sức khỏe của hộ nghèo", "chương trình bữa ăn dinh dưỡng", "trạm cấp cứu trên quốc lộ",
    "phòng khám nhân đạo", "sổ tay phòng dịch sốt xuất huyết", "đoàn bác sĩ tình nguyện", "quỹ trái tim trẻ thơ",
    "nguồn nước sạch sau mưa lũ", "xe cứu thương chuyên dụng", "bếp ăn từ thiện tại bệnh viện",
    "chiến dịch tiêm chủng mở rộng", "dữ liệu người khuyết tật vận động", "cuộc thi tìm hiểu y học cổ truyền",
    "thiết bị lọc máu nhân tạo", "điểm tư vấn sức khỏe tâm thần", "áo phao và thuyền máy", "giường gấp dã chiến",
    "chứng từ tiếp nhận hàng viện trợ", "tổ truyền thông lưu động", "vườn thuốc nam mẫu", "suất học bổng ngành y",
    "ngày hội gia đình khỏe mạnh", "bản đồ vùng nguy cơ sạt lở",
)  # fmt: skip
ADJUNCTS = (
    "tại các xã vùng sâu", "theo đúng quy định của pháp luật", "cho đoàn viên và người dân",
    "trên địa bàn các huyện miền núi", "phù hợp với điều kiện từng địa phương", "bằng nguồn kinh phí được giao",
    "cùng với các tổ chức tôn giáo", "khi có thiên tai xảy ra", "để giảm tải cho tuyến trên",
    "với sự tham gia của trường học", "qua cổng thông tin điện tử", "ở khu công nghiệp và khu chế xuất",
    "trong các dịp lễ lớn", "gắn với phong trào thi đua yêu nước", "không để sót đối tượng thụ hưởng",
)  # fmt: skip
DEADLINES = (
    "trước ngày 15/12 hằng năm", "trước ngày 30/11 hằng năm", "trước ngày 25/6 hằng năm", "vào tháng 8 hằng năm",
    "trong quý I hằng năm", "chậm nhất ngày 10/01 hằng năm",
)  # fmt: skip
FRESH = (
    "mô hình bác sĩ gia đình", "câu lạc bộ ngân hàng máu sống", "nhà tình thương cho bệnh nhân phong",
    "phần mềm đặt lịch khám", "hội chợ thiết bị y khoa", "trại hè cho trẻ tự kỷ",
)  # fmt: skip
FILLINGS = ("Phòng Nghiệp vụ Y", "Văn phòng Hội", "Ban Công tác xã hội", "Trung tâm Kiểm soát bệnh tật")
SWAPS = (
    ("tổ chức", "chủ động tổ chức"), ("kiểm tra", "thanh tra"), ("rà soát", "thống kê"), ("cung cấp", "cấp phát"),
    ("bố trí", "phân bổ"), ("theo dõi", "giám sát"), ("hỗ trợ", "giúp đỡ"), ("xây dựng", "thành lập"),
    ("các xã vùng sâu", "các thôn đặc biệt khó khăn"), ("người dân", "nhân dân"),
)  # fmt: skip
EXTRAS = (
    "kịp thời và đầy đủ",
    "nhất là ở vùng biên giới",
    "theo kế hoạch đã thống nhất",
    "có sự chứng kiến của nhân dân",
)
