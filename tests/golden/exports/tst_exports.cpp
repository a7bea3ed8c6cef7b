// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every file of this folder beside which a file of the same name with ".expected" stands is opened and compared with
// it: the format, each damage, and each event's place and JSON. Drop such a pair in and it is a test.
#include "formats/text/textreader.h"

#include <QDir>
#include <QTest>

#include <ranges>

namespace evident {

/// Bytes in memory.
class BytesSource final : public ByteSource {
public:
    explicit BytesSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    [[nodiscard]] std::uint64_t size() const override { return static_cast<std::uint64_t>(m_bytes.size()); }
    [[nodiscard]] Result<std::size_t> read(std::uint64_t offset, std::span<std::uint8_t> into) const override
    {
        const auto count = offset < size() ? std::min<std::size_t>(into.size(), size() - offset) : 0;
        std::memcpy(into.data(), m_bytes.constData() + offset, count);
        return count;
    }
    [[nodiscard]] QString name() const override { return QStringLiteral("export"); }

private:
    QByteArray m_bytes;
};

class PlaceCollector final : public RowSink {
public:
    std::vector<std::uint64_t> places;
    void row(const EventRow &row, const EventContent &) override { places.push_back(row.place); }
};

class tst_Exports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asExpected_data();
    void asExpected();

private:
    static QByteArray describe(const QString &path);
};

static QByteArray damageLine(const Damage &damage)
{
    return "damage " + QByteArray::number(damage.offset) + ' ' + QByteArray::number(damage.length) + ' '
        + QByteArray(errorCodeName(damage.code).data()) + ' ' + damage.what + '\n';
}

QByteArray tst_Exports::describe(const QString &path)
{
    Names names;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return "cannot be read";
    const auto reader = openTextExport(std::make_shared<BytesSource>(file.readAll()), names);
    if (!reader)
        return QByteArray("error ") + errorCodeName(reader.error().code).data();
    QByteArray text = QByteArray("format ") + logFormatName((*reader)->format()).data() + '\n';
    for (const Damage &damage : (*reader)->headDamages())
        text += damageLine(damage);
    for (std::size_t part = 0; part < (*reader)->partCount(); ++part) {
        PlaceCollector rows;
        const PartReport report = (*reader)->readPart(part, rows);
        OutBuffer dump;
        const PartReport dumped = (*reader)->dumpPart(part, DumpForm::JsonLines, dump);
        if (report.records != rows.places.size() || dumped.records != report.records
            || dumped.damages != report.damages)
            text += "reading and dumping differ\n";
        for (const Damage &damage : report.damages)
            text += damageLine(damage);
        for (const std::uint64_t place : rows.places)
            text += QByteArray::number(place) + ' '
                + (*reader)->eventAs(place, DumpForm::JsonLines).value_or("unreadable") + '\n';
    }
    return text;
}

void tst_Exports::asExpected_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(EVIDENT_SOURCE_DIR "/tests/golden/exports"));
    const QStringList expectations = folder.entryList({QStringLiteral("*.expected")}, QDir::Files, QDir::Name);
    QVERIFY(expectations.size() > 30);
    for (const QString &expectation : expectations)
        QTest::newRow(qPrintable(expectation.chopped(9))) << folder.filePath(expectation.chopped(9));
}

void tst_Exports::asExpected()
{
    QFETCH(const QString, path);
    QFile file(path + QStringLiteral(".expected"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray expected = file.readAll();
    const QByteArray found = describe(path);
    if (found == expected)
        return;
    QDir().mkpath(QStringLiteral("found"));
    QFile out(QStringLiteral("found/") + QFileInfo(file).fileName());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(found);
    const auto expectedLines = expected.split('\n');
    const auto foundLines = found.split('\n');
    for (const auto &[was, is] : std::views::zip(expectedLines, foundLines))
        QCOMPARE(is, was);
    QCOMPARE(foundLines.size(), expectedLines.size());
}

} // namespace evident

QTEST_GUILESS_MAIN(evident::tst_Exports)
#include "tst_exports.moc"
