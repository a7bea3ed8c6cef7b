// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/eventmix.h"
#include "forge/evtxfile.h"

#include "formats/evtx/evtxreader.h"
#include "sources/filesource.h"

#include <QDir>
#include <QTest>

#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

/// A dump that is put together from recordings against the walk over every single record, which eventAs() does.
class EvtxRecordingsTest : public QObject {
    Q_OBJECT
private slots:
    void ordinaryEvents();
    void valuesOfEveryKind();
    void samples();

private:
    void compare(const QByteArray &log);
};

namespace {

class Places final : public RowSink {
public:
    void row(const EventRow &row, const EventContent & /*content*/) override
    {
        if (!has(row.marks, RowMark::Recovered))
            places.push_back(row.place);
    }
    std::vector<std::uint64_t> places;
};

/// Any type with any few bytes, sensible or not.
forge::Value anyValue(forge::EventMix &mix)
{
    std::string bytes;
    for (std::uint32_t left = mix.below(3) == 0 ? 0 : mix.below(20); left > 0; --left)
        bytes.push_back(static_cast<char>(mix.below(3) == 0 ? 0 : mix.below(256)));
    const auto type = static_cast<std::uint8_t>(mix.below(0x18));
    switch (mix.below(4)) {
    case 0: return forge::raw(type, bytes);
    case 1: return forge::raw(type | forge::ArrayBit, bytes);
    case 2: return forge::text(mix.below(2) == 0 ? u"" : u"<\"ä\"> & \\ \n");
    default: return mix.below(2) == 0 ? forge::null() : forge::uint32(mix.below(1000));
    }
}

} // namespace

void EvtxRecordingsTest::compare(const QByteArray &log)
{
    Names names;
    const auto reader = openEvtx(std::make_shared<MemorySource>(u"log.evtx"_s, log), names);
    if (!reader)
        return;
    for (const DumpForm form : {DumpForm::JsonLines, DumpForm::Xml}) {
        for (int round = 0; round < 2; ++round) { // the second finds everything recorded
            for (std::size_t part = 0; part < (*reader)->partCount(); ++part) {
                Places rows;
                static_cast<void>((*reader)->readPart(part, rows));
                QByteArray walked;
                for (const std::uint64_t place : rows.places)
                    walked += (*reader)->eventAs(place, form).value_or(QByteArray()) + '\n';
                OutBuffer out;
                static_cast<void>((*reader)->dumpPart(part, form, out));
                QCOMPARE(QByteArrayView(out.view().data(), static_cast<qsizetype>(out.size())), QByteArrayView(walked));
            }
        }
    }
}

void EvtxRecordingsTest::ordinaryEvents()
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    forge::EventMix mix;
    for (int i = 0; i < 3'000; ++i)
        log.add(mix.next());
    log.finish();
    compare(QByteArray::fromStdString(out.str()));
}

void EvtxRecordingsTest::valuesOfEveryKind()
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    forge::EventMix mix;
    for (int i = 0; i < 6'000; ++i) {
        forge::EvtxEvent event = mix.next();
        event.user.reset();
        event.data = {};
        for (std::uint32_t value = 0; value < 1 + mix.below(3); ++value)
            event.data.values.push_back({.name = mix.below(4) == 0 ? u"" : u"same", .value = anyValue(mix)});
        if (mix.below(3) == 0)
            event.qualifiers.reset();
        log.add(event);
    }
    log.finish();
    compare(QByteArray::fromStdString(out.str()));
}

void EvtxRecordingsTest::samples()
{
    const QDir folder(QStringLiteral(EVIDENT_BINARY_DIR "/samples"));
    const QStringList files = folder.entryList({u"*.evtx"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        compare(file.readAll());
    }
}

QTEST_APPLESS_MAIN(EvtxRecordingsTest)
#include "tst_evtxrecordings.moc"
