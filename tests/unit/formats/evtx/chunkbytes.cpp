// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/formats/evtx/chunkbytes.h"

#include "formats/openlog.h"
#include "sources/filesource.h"

#include <libdeflate.h>

namespace evident::evtx {

namespace {

constexpr std::uint32_t ChunkLength = 65536;
constexpr std::uint32_t RecordsBegin = 512;

std::uint32_t crc(const QByteArray &bytes, qsizetype from, qsizetype length, std::uint32_t before = 0)
{
    return libdeflate_crc32(before, bytes.constData() + from, static_cast<std::size_t>(length));
}

template<typename T>
void put(QByteArray &bytes, qsizetype at, T value)
{
    bytes.replace(at, sizeof(T), QByteArray(reinterpret_cast<const char *>(&value), sizeof(T)));
}

class RowCollector final : public RowSink {
public:
    explicit RowCollector(std::vector<EventRow> &rows)
        : m_rows(rows)
    {
    }
    void row(const EventRow &row, const EventContent &) override { m_rows.push_back(row); }

private:
    std::vector<EventRow> &m_rows;
};

} // namespace

ChunkBytes::ChunkBytes()
    : m_bytes(RecordsBegin, '\0')
{
}

ChunkBytes &ChunkBytes::raw(const QByteArray &bytes)
{
    m_bytes += bytes;
    return *this;
}

ChunkBytes &ChunkBytes::beginRecord(std::uint64_t id, std::uint64_t written)
{
    m_record = position();
    m_firstId = m_firstId == 0 ? id : m_firstId;
    m_lastId = id;
    return u32(0x2a2a).u32(0).u64(id).u64(written);
}

ChunkBytes &ChunkBytes::endRecord(std::optional<std::uint32_t> sizeCopy)
{
    const std::uint32_t size = position() + 4 - m_record;
    patch(m_record + 4, size);
    return u32(sizeCopy.value_or(size));
}

ChunkBytes &ChunkBytes::name(QStringView text)
{
    std::uint32_t hash = 0;
    for (const QChar unit : text)
        hash = hash * 65599 + unit.unicode();
    u32(position() + 4);
    return u32(0)
        .u16(static_cast<std::uint16_t>(hash))
        .u16(static_cast<std::uint16_t>(text.size()))
        .raw(utf16(text))
        .u16(0);
}

ChunkBytes &ChunkBytes::open(QStringView text, std::optional<std::uint16_t> dependency, bool hasAttributes)
{
    u8(hasAttributes ? 0x41 : 0x01);
    if (dependency)
        u16(*dependency);
    u32(0).name(text);
    return hasAttributes ? u32(0) : *this;
}

ChunkBytes &ChunkBytes::attribute(QStringView text)
{
    return u8(0x06).name(text);
}

ChunkBytes &ChunkBytes::text(QStringView text)
{
    return u8(0x05).counted(0x01, text);
}

ChunkBytes &ChunkBytes::counted(std::uint8_t token, QStringView text)
{
    return u8(token).u16(static_cast<std::uint16_t>(text.size())).raw(utf16(text));
}

ChunkBytes &ChunkBytes::substitution(std::uint16_t number, std::uint8_t token, std::uint8_t type)
{
    return u8(token).u16(number).u8(type);
}

ChunkBytes &ChunkBytes::beginTemplate()
{
    u8(0x0c).u8(1).u32(0x12345678).u32(position() + 4);
    m_definition = position();
    return u32(0).raw(QByteArray::fromHex("78563412000000000000000000000000")).u32(0);
}

ChunkBytes &ChunkBytes::endTemplate()
{
    return patch(m_definition + 20, position() - m_definition - 24);
}

ChunkBytes &ChunkBytes::instanceOf(std::uint32_t definition)
{
    return u8(0x0c).u8(1).u32(0x12345678).u32(definition);
}

ChunkBytes &ChunkBytes::values(const QList<Value> &values)
{
    u32(static_cast<std::uint32_t>(values.size()));
    for (const Value &value : values)
        u16(static_cast<std::uint16_t>(value.bytes.size())).u8(value.type).u8(0);
    for (const Value &value : values)
        raw(value.bytes);
    return *this;
}

QByteArray ChunkBytes::chunk() const
{
    QByteArray bytes = m_bytes;
    bytes.resize(ChunkLength, '\0');
    bytes.replace(0, 8, QByteArray("ElfChnk\0", 8));
    put(bytes, 8, m_firstId);
    put(bytes, 16, m_lastId);
    put(bytes, 24, m_firstId);
    put(bytes, 32, m_lastId);
    put(bytes, 40, std::uint32_t{128});
    put(bytes, 44, m_record);
    put(bytes, 48, position());
    seal(bytes);
    return bytes;
}

QByteArray ChunkBytes::file() const
{
    return fileOf({chunk()});
}

void seal(QByteArray &chunk)
{
    std::uint32_t end = 0;
    std::memcpy(&end, chunk.constData() + 48, sizeof(end));
    put(chunk, 52, crc(chunk, RecordsBegin, end - RecordsBegin));
    put(chunk, 124, crc(chunk, 128, RecordsBegin - 128, crc(chunk, 0, 120)));
}

QByteArray fileOf(const QList<QByteArray> &chunks, std::uint32_t flags, std::uint16_t major)
{
    QByteArray bytes(4096, '\0');
    bytes.replace(0, 8, QByteArray("ElfFile\0", 8));
    put(bytes, 32, std::uint32_t{128});
    put(bytes, 36, std::uint16_t{1});
    put(bytes, 38, major);
    put(bytes, 40, std::uint16_t{4096});
    put(bytes, 42, static_cast<std::uint16_t>(chunks.size()));
    put(bytes, 120, flags);
    put(bytes, 124, crc(bytes, 0, 120));
    for (const QByteArray &chunk : chunks)
        bytes += chunk;
    return bytes;
}

QByteArray utf16(QStringView text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

OpenedLog::OpenedLog(const QByteArray &bytes)
{
    auto opened = openLog(std::make_shared<MemorySource>(QStringLiteral("test.evtx"), bytes), names);
    if (!opened)
        qFatal("the log could not be opened: %s", opened.error().what);
    log = *opened;
    RowCollector collector(rows);
    for (std::size_t part = 0; part < log->partCount(); ++part) {
        PartReport one = log->readPart(part, collector);
        report.records += one.records;
        report.recovered += one.recovered;
        report.damages.insert(report.damages.end(), one.damages.begin(), one.damages.end());
    }
}

QString OpenedLog::xml(std::size_t row) const
{
    return QString::fromUtf8(log->eventAs(rows.at(row).place, DumpForm::Xml).value());
}

QString OpenedLog::json(std::size_t row) const
{
    return QString::fromUtf8(log->eventAs(rows.at(row).place, DumpForm::JsonLines).value());
}

Event OpenedLog::event(std::size_t row) const
{
    return log->event(rows.at(row).place).value();
}

} // namespace evident::evtx
