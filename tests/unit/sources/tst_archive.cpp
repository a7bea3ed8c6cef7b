// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/archive.h"

#include "forge/archivefile.h"
#include "sources/filesource.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <archive.h>

using namespace evident;
using namespace Qt::StringLiterals;
using forge::Member;
using forge::packed;
using forge::zip;

namespace {

template<typename T>
QByteArray le(T value)
{
    value = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

/// A cabinet with one stored file (MS-CAB 2.1 to 2.4).
QByteArray cab(const QByteArray &name, const QByteArray &bytes)
{
    const auto size = static_cast<quint32>(bytes.size());
    const quint32 files = 36 + 8;
    const quint32 data = files + 16 + static_cast<quint32>(name.size()) + 1;
    const QByteArray folder = le(data) + le(quint16{1}) + le(quint16{0});
    const QByteArray file =
        le(size) + le(quint32{0}) + le(quint16{0}) + le(quint16{0}) + le(quint16{0}) + le(quint16{0x20}) + name + '\0';
    const QByteArray block = le(quint32{0}) + le(static_cast<quint16>(size)) + le(static_cast<quint16>(size)) + bytes;
    const QByteArray head = "MSCF" + le(quint32{0}) + le(data + static_cast<quint32>(block.size())) + le(quint32{0})
        + le(files) + le(quint32{0}) + le(quint8{3}) + le(quint8{1}) + le(quint16{1}) + le(quint16{1}) + le(quint16{0})
        + le(quint16{0}) + le(quint16{0});
    return head + folder + file + block;
}

const QByteArray Log = QByteArray("ElfFile\0", 8) + QByteArray(5000, 'x');

bool isElfFile(const ByteSource &head)
{
    std::array<std::uint8_t, 7> bytes{};
    return head.read(0, bytes).value_or(0) == bytes.size() && std::memcmp(bytes.data(), "ElfFile", bytes.size()) == 0;
}

Result<UnpackedFiles> unpacked(const QByteArray &bytes, const ArchiveLimits &limits = {},
    std::function<std::optional<QString>(const QString &)> password = {})
{
    return unpack(std::make_shared<MemorySource>(u"logs.zip"_s, bytes),
        {.isWanted = isElfFile, .password = std::move(password), .isCancelled = {}}, limits);
}

QByteArray contentOf(const ByteSource &source)
{
    QByteArray bytes(static_cast<qsizetype>(source.size()), '\0');
    const auto got = source.read(
        0, std::span(reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())));
    return bytes.first(static_cast<qsizetype>(got.value_or(0)));
}

} // namespace

/// Archives of every form, in one another, locked, broken, and too large.
class ArchiveTest : public QObject {
    Q_OBJECT
private slots:
    void unpacksEveryForm_data();
    void unpacksEveryForm();
    void keepsToWhatIsWanted();
    void showsPathsThatCannotHarm();
    void unpacksAnArchiveInAnArchive();
    void refusesADeeperOne();
    void asksOnceForAPassword();
    void saysThatItIsLocked();
    void limitsMembersBytesAndRatio();
    void keepsWhatAnIncompleteArchiveHolds();
    void refusesWhatIsNone();
    void stopsWhenCancelled();
    void survivesFlips();
};

void ArchiveTest::unpacksEveryForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const std::vector<Member> members{{"inner/", {}}, {"inner/System.evtx", Log}};
    const auto path = u"logs.zip/inner/System.evtx"_s;
    QTest::newRow("zip") << zip(members) << path;
    QTest::newRow("7z") << packed(archive_write_set_format_7zip, archive_write_add_filter_none, members) << path;
    QTest::newRow("tar") << packed(archive_write_set_format_ustar, archive_write_add_filter_none, members) << path;
    QTest::newRow("tar.gz") << packed(archive_write_set_format_pax_restricted, archive_write_add_filter_gzip, members)
                            << path;
    QTest::newRow("tar.bz2") << packed(archive_write_set_format_ustar, archive_write_add_filter_bzip2, members) << path;
    QTest::newRow("tar.xz") << packed(archive_write_set_format_ustar, archive_write_add_filter_xz, members) << path;
    QTest::newRow("tar.zst") << packed(archive_write_set_format_ustar, archive_write_add_filter_zstd, members) << path;
    QTest::newRow("gz") << packed(archive_write_set_format_raw, archive_write_add_filter_gzip, {{"data", Log}})
                        << u"logs.zip/logs"_s;
    QTest::newRow("cab") << cab("inner\\System.evtx", Log) << path;
}

void ArchiveTest::unpacksEveryForm()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QVERIFY(sniffArchive(
        {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}));
    const auto found = unpacked(bytes);
    QVERIFY(found);
    QVERIFY2(found->errors.empty(), found->errors.empty() ? "" : qPrintable(found->errors[0].detail));
    QCOMPARE(found->files.size(), 1U);
    QCOMPARE(found->files[0].bytes->name(), name);
    QCOMPARE(contentOf(*found->files[0].bytes), Log);
}

void ArchiveTest::keepsToWhatIsWanted()
{
    const auto found = unpacked(zip({{"readme.txt", "hello"}, {"a.evtx", Log}, {"empty", {}}, {"b.evtx", Log + "b"}}));
    QVERIFY(found);
    QCOMPARE(found->skipped, 2U);
    QCOMPARE(found->files.size(), 2U);
    QCOMPARE(contentOf(*found->files[1].bytes), Log + "b");
    std::array<std::uint8_t, 4> end{};
    QCOMPARE(found->files[0].bytes->read(static_cast<std::uint64_t>(Log.size()) - 2, end).value(),
        2U); // not into its neighbour
    QCOMPARE(found->files[0].bytes->read(static_cast<std::uint64_t>(Log.size()), end).value(), 0U);
}

void ArchiveTest::showsPathsThatCannotHarm()
{
    const auto found = unpacked(
        packed(archive_write_set_format_ustar, archive_write_add_filter_none, {{"/etc/../../a\nb.evtx", Log}}));
    QVERIFY(found);
    QCOMPARE(found->files[0].bytes->name(), u"logs.zip/etc/../../ab.evtx"_s);
    QVERIFY(!QFile::exists(u"/ab.evtx"_s));
}

void ArchiveTest::unpacksAnArchiveInAnArchive()
{
    const auto found = unpacked(
        zip({{"mail/logs.7z", packed(archive_write_set_format_7zip, archive_write_add_filter_none, {{"x.evtx", Log}})},
            {"y.evtx", Log}}));
    QVERIFY(found);
    QVERIFY(found->errors.empty());
    QCOMPARE(found->files.size(), 2U);
    QCOMPARE(found->files[0].bytes->name(), u"logs.zip/mail/logs.7z/x.evtx"_s);
    QCOMPARE(contentOf(*found->files[0].bytes), Log);
    QCOMPARE(contentOf(*found->files[1].bytes), Log);
}

void ArchiveTest::refusesADeeperOne()
{
    const auto found = unpacked(zip({{"a.zip", zip({{"b.zip", zip({{"c.evtx", Log}})}})}}));
    QVERIFY(found);
    QVERIFY(found->files.empty());
    QCOMPARE(found->errors.size(), 1U);
    QCOMPARE(found->errors[0].code, ErrorCode::TooDeep);
    QCOMPARE(found->errors[0].place.source, u"logs.zip/a.zip/b.zip"_s);
}

void ArchiveTest::asksOnceForAPassword()
{
    int asked = 0;
    const auto found = unpacked(
        zip({{"a.evtx", Log}, {"b.evtx", Log}}, "secret"), {}, [&](const QString &name) -> std::optional<QString> {
            ++asked;
            return name == u"logs.zip"_s ? std::optional(u"secret"_s) : std::nullopt;
        });
    QVERIFY(found);
    QCOMPARE(asked, 1);
    QVERIFY(found->errors.empty());
    QCOMPARE(found->files.size(), 2U);
    QCOMPARE(contentOf(*found->files[1].bytes), Log);
}

void ArchiveTest::saysThatItIsLocked()
{
    const QByteArray locked = zip({{"a.evtx", Log}, {"b.evtx", Log}}, "secret");
    int asked = 0;
    for (const auto &password : {std::optional(u"wrong"_s), std::optional<QString>()}) {
        const auto found = unpacked(locked, {}, [&](const QString &) {
            ++asked;
            return password;
        });
        QVERIFY(found);
        QVERIFY(found->files.empty());
        QVERIFY(!found->errors.empty());
        for (const Error &error : found->errors)
            QCOMPARE(error.code, ErrorCode::Locked);
    }
    QCOMPARE(asked, 2);
}

void ArchiveTest::limitsMembersBytesAndRatio()
{
    const auto breaks = [](const QByteArray &bytes, const ArchiveLimits &limits, const char *what) {
        const auto found = unpacked(bytes, limits);
        return found && found->errors.size() == 1 && found->errors[0].code == ErrorCode::TooLarge
            && qstrcmp(found->errors[0].what, what) == 0;
    };
    const QByteArray three = zip({{"a.evtx", Log}, {"b.txt", Log.mid(8)}, {"c.evtx", Log}});
    QVERIFY(breaks(three, {.members = 2}, "members of an archive"));
    QVERIFY(breaks(three, {.bytes = 6000}, "bytes of an archive")); // what is passed over counts, too
    QVERIFY(breaks(zip({{"a.evtx", Log + QByteArray(2'000'000, '\0')}}), {.ratio = 50, .ratioFrom = 100'000},
        "ratio of an archive"));
    QVERIFY(unpacked(three, {.members = 3, .bytes = 20'000, .ratio = 1000, .ratioFrom = 0})->errors.empty());
}

void ArchiveTest::keepsWhatAnIncompleteArchiveHolds()
{
    QByteArray noise = Log;
    QRandomGenerator random(7);
    for (int i = 0; i < 400'000; ++i)
        noise += static_cast<char>(random.bounded(256));
    const QByteArray whole =
        packed(archive_write_set_format_ustar, archive_write_add_filter_none, {{"a.evtx", Log}, {"b.evtx", noise}});
    const auto found = unpacked(whole.first(whole.size() / 2));
    QVERIFY(found);
    QCOMPARE(found->files.size(), 2U);
    QCOMPARE(contentOf(*found->files[0].bytes), Log);
    const QByteArray part = contentOf(*found->files[1].bytes);
    QVERIFY(part.size() > 100'000);
    QVERIFY(noise.startsWith(part));
    QVERIFY(!found->errors.empty());
    QCOMPARE(found->errors[0].code, ErrorCode::BadValue);
}

void ArchiveTest::refusesWhatIsNone()
{
    for (const QByteArray &bytes :
        {QByteArray("PK\x03\x04 but nothing else"), QByteArray("7z\xbc\xaf\x27\x1c"), QByteArray("\x1f\x8b\x08")}) {
        const auto found = unpacked(bytes);
        QVERIFY(!found || (found->files.empty() && !found->errors.empty()));
    }
    QVERIFY(
        !sniffArchive({reinterpret_cast<const std::uint8_t *>(Log.constData()), static_cast<std::size_t>(Log.size())}));
}

void ArchiveTest::stopsWhenCancelled()
{
    const auto found = unpack(std::make_shared<MemorySource>(u"logs.zip"_s, zip({{"a.evtx", Log}})),
        {.isWanted = isElfFile, .password = {}, .isCancelled = [] { return true; }});
    QVERIFY(found);
    QVERIFY(found->files.empty());
    QVERIFY(found->errors.empty());
}

void ArchiveTest::survivesFlips()
{
    const std::vector<Member> members{{"inner/a.evtx", Log}, {"b.evtx", Log}};
    QRandomGenerator random(20260102);
    for (const QByteArray &whole :
        {zip(members), packed(archive_write_set_format_7zip, archive_write_add_filter_none, members),
            packed(archive_write_set_format_ustar, archive_write_add_filter_gzip, members), cab("a.evtx", Log)}) {
        for (int i = 0; i < 300; ++i) {
            QByteArray flipped = whole;
            flipped[random.bounded(static_cast<int>(whole.size()))] ^= static_cast<char>(1 << random.bounded(8));
            const auto found = unpacked(flipped, {.bytes = 1'000'000});
            QVERIFY(!found || found->files.size() <= 3);
        }
    }
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
