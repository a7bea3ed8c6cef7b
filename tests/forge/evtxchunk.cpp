// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/evtxchunk.h"

#include "forge/crc32.h"

#include <array>

namespace forge {

namespace {

constexpr std::size_t RecordHeadSize = 24;
constexpr std::string_view RecordMagic{"**\0\0", 4};
constexpr std::uint8_t MoreBit = 0x40;

enum Token : std::uint8_t {
    EndOfFragment = 0x00,
    OpenStart = 0x01,
    CloseStart = 0x02,
    CloseEmpty = 0x03,
    EndElement = 0x04,
    ValueText = 0x05,
    AttributeName = 0x06,
    CDataSection = 0x07,
    CharRef = 0x08,
    EntityRef = 0x09,
    PiTarget = 0x0a,
    PiData = 0x0b,
    TemplateInstance = 0x0c,
    NormalSlot = 0x0d,
    OptionalSlot = 0x0e,
    FragmentHeader = 0x0f,
};

// Where the tables of the chunk's header stand.
constexpr std::size_t NameTableAt = 0x80;
constexpr std::size_t NameBuckets = 64;
constexpr std::size_t TemplateTableAt = 0x180;
constexpr std::size_t TemplateBuckets = 32;

std::uint16_t nameHash(std::u16string_view name)
{
    std::uint32_t hash = 0;
    for (const char16_t unit : name)
        hash = hash * 65'599 + unit;
    return static_cast<std::uint16_t>(hash);
}

std::uint32_t templateId(const std::string &guid)
{
    std::uint32_t id = 0;
    for (std::size_t i = 4; i-- > 0;)
        id = id << 8 | static_cast<std::uint8_t>(guid.at(i));
    return id;
}

} // namespace

EvtxChunk::EvtxChunk()
{
    m_blob.fill(HeaderSize);
}

bool EvtxChunk::add(std::uint64_t recordId, std::uint64_t fileTime, const Fragment &fragment)
{
    const std::size_t start = m_blob.size();
    const std::size_t listed = m_listed.size();
    m_blob.bytes(RecordMagic);
    m_blob.u32(0); // size, known below
    m_blob.u64(recordId);
    m_blob.u64(fileTime);
    writeFragment(fragment);
    m_blob.u8(EndOfFragment);
    m_blob.fill((8 - (m_blob.size() + 4) % 8) % 8);
    const auto size = static_cast<std::uint32_t>(m_blob.size() + 4 - start);
    m_blob.u32(size);
    m_blob.patch32(start + 4, size);
    if (m_blob.size() > Size) {
        undo(start);
        while (m_listed.size() > listed) {
            m_names.erase(m_listed.back().name);
            m_templates.erase(m_listed.back().guid);
            m_listed.pop_back();
        }
        return false;
    }
    m_lastRecord = start;
    m_firstId = m_firstId.value_or(recordId);
    m_lastId = recordId;
    ++m_records;
    return true;
}

void EvtxChunk::undo(std::size_t size)
{
    m_blob.truncate(size);
}

bool EvtxChunk::addTorn(std::uint64_t recordId, std::uint64_t fileTime, std::uint32_t size)
{
    if (m_blob.size() + size > Size)
        return false;
    m_blob.bytes(RecordMagic);
    m_blob.u32(size);
    m_blob.u64(recordId);
    m_blob.u64(fileTime);
    m_blob.fill(size - RecordHeadSize);
    return true;
}

void EvtxChunk::writeFragment(const Fragment &fragment)
{
    if (fragment.header == Fragment::Header::Written)
        m_blob.bytes(std::string_view("\x0f\x01\x01\x00", 4));
    if (fragment.definition)
        writeTemplateInstance(fragment);
    else
        writeElement(fragment.element, Within::PlainFragment);
}

void EvtxChunk::writeTemplateInstance(const Fragment &fragment)
{
    const Template &definition = *fragment.definition;
    m_blob.u8(TemplateInstance);
    m_blob.u8(1);
    m_blob.u32(templateId(definition.guid));
    if (const auto known = m_templates.find(definition.guid); known != m_templates.end()) {
        m_blob.u32(known->second);
    } else {
        m_blob.u32(static_cast<std::uint32_t>(m_blob.size() + 4));
        writeDefinition(definition);
    }
    writeValues(fragment.values);
}

void EvtxChunk::writeDefinition(const Template &definition)
{
    m_templates.emplace(definition.guid, static_cast<std::uint32_t>(m_blob.size()));
    m_listed.push_back({.name = {}, .guid = definition.guid});
    m_blob.u32(0); // the next of its bucket, set by close()
    m_blob.bytes(definition.guid);
    const std::size_t sizeAt = m_blob.size();
    m_blob.u32(0);
    m_blob.bytes(std::string_view("\x0f\x01\x01\x00", 4));
    writeElement(definition.root, Within::Template);
    m_blob.u8(EndOfFragment);
    m_blob.patch32(sizeAt, static_cast<std::uint32_t>(m_blob.size() - sizeAt - 4));
}

void EvtxChunk::writeValues(const std::vector<Value> &values)
{
    m_blob.u32(static_cast<std::uint32_t>(values.size()));
    const std::size_t descriptions = m_blob.size();
    for (const Value &value : values) {
        m_blob.u16(0);
        m_blob.u8(value.type);
        m_blob.u8(0);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t start = m_blob.size();
        if (values[i].fragment) {
            writeFragment(*values[i].fragment);
            m_blob.u8(EndOfFragment);
        } else {
            m_blob.bytes(values[i].bytes);
        }
        m_blob.patch16(descriptions + 4 * i, static_cast<std::uint16_t>(m_blob.size() - start));
    }
}

void EvtxChunk::writeElement(const Element &element, Within within)
{
    m_blob.u8(element.attributes.empty() ? OpenStart : OpenStart | MoreBit);
    if (within == Within::Template)
        m_blob.u16(element.dependency);
    const std::size_t sizeAt = m_blob.size();
    m_blob.u32(0);
    writeName(element.name);
    if (!element.attributes.empty())
        writeAttributes(element.attributes);
    if (element.content.empty()) {
        m_blob.u8(CloseEmpty);
    } else {
        m_blob.u8(CloseStart);
        writePieces(element.content, within);
        m_blob.u8(EndElement);
    }
    m_blob.patch32(sizeAt, static_cast<std::uint32_t>(m_blob.size() - sizeAt - 4));
}

void EvtxChunk::writeAttributes(const std::vector<Attribute> &attributes)
{
    const std::size_t sizeAt = m_blob.size();
    m_blob.u32(0);
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        m_blob.u8(i + 1 < attributes.size() ? AttributeName | MoreBit : AttributeName);
        writeName(attributes[i].name);
        writePieces(attributes[i].value, Within::PlainFragment);
    }
    m_blob.patch32(sizeAt, static_cast<std::uint32_t>(m_blob.size() - sizeAt - 4));
}

void EvtxChunk::writePieces(const std::vector<Piece> &pieces, Within within)
{
    for (std::size_t i = 0; i < pieces.size(); ++i)
        writePiece(pieces[i], i + 1 < pieces.size(), within);
}

void EvtxChunk::writePiece(const Piece &piece, bool moreFollows, Within within)
{
    const std::uint8_t more = moreFollows ? MoreBit : 0;
    const auto counted = [this](std::u16string_view text) {
        m_blob.u16(static_cast<std::uint16_t>(text.size()));
        m_blob.text(text);
    };
    switch (piece.kind) {
    case Piece::Kind::Text:
        m_blob.u8(ValueText | more);
        m_blob.u8(static_cast<std::uint8_t>(ValueType::String));
        counted(piece.text);
        break;
    case Piece::Kind::CData:
        m_blob.u8(CDataSection | more);
        counted(piece.text);
        break;
    case Piece::Kind::CharacterReference:
        m_blob.u8(CharRef | more);
        m_blob.u16(piece.number);
        break;
    case Piece::Kind::EntityReference:
        m_blob.u8(EntityRef | more);
        writeName(piece.text);
        break;
    case Piece::Kind::Instruction:
        m_blob.u8(PiTarget);
        writeName(piece.target);
        m_blob.u8(PiData);
        counted(piece.text);
        break;
    case Piece::Kind::Substitution:
    case Piece::Kind::Optional:
        m_blob.u8(piece.kind == Piece::Kind::Optional ? OptionalSlot : NormalSlot);
        m_blob.u16(piece.number);
        m_blob.u8(piece.type);
        break;
    case Piece::Kind::Element: writeElement(*piece.element, within); break;
    }
}

/// A name's offset, and the name itself where it stands for the first time in the chunk.
void EvtxChunk::writeName(std::u16string_view name)
{
    const std::u16string key(name);
    if (const auto known = m_names.find(key); known != m_names.end()) {
        m_blob.u32(known->second);
        return;
    }
    const auto offset = static_cast<std::uint32_t>(m_blob.size() + 4);
    m_names.emplace(key, offset);
    m_listed.push_back({.name = key, .guid = {}});
    m_blob.u32(offset);
    m_blob.u32(0); // the next of its bucket, set by close()
    m_blob.u16(nameHash(name));
    m_blob.u16(static_cast<std::uint16_t>(name.size()));
    m_blob.textZ(name);
}

std::string EvtxChunk::close(Checksums checksums)
{
    const auto end = static_cast<std::uint32_t>(m_blob.size());
    const auto link = [this](std::size_t bucketAt, std::uint32_t &head, std::uint32_t offset) {
        m_blob.patch32(offset, head); // each new one stands before those of its bucket that were there already
        m_blob.patch32(bucketAt, offset);
        head = offset;
    };
    std::array<std::uint32_t, NameBuckets> names{};
    std::array<std::uint32_t, TemplateBuckets> templates{};
    for (const Listed &listed : m_listed) {
        if (listed.guid.empty()) {
            const std::size_t bucket = nameHash(listed.name) % NameBuckets;
            link(NameTableAt + 4 * bucket, names[bucket], m_names.at(listed.name));
        } else {
            const std::size_t bucket = templateId(listed.guid) % TemplateBuckets;
            link(TemplateTableAt + 4 * bucket, templates[bucket], m_templates.at(listed.guid));
        }
    }

    Blob head;
    head.bytes(std::string_view("ElfChnk\0", 8));
    head.u64(m_numbered + 1);
    head.u64(m_numbered + m_records);
    head.u64(m_firstId.value_or(0));
    head.u64(m_lastId);
    head.u32(0x80);
    head.u32(static_cast<std::uint32_t>(m_lastRecord));
    head.u32(end);
    const std::uint32_t recordsCrc = crc32(std::string_view(m_blob.view()).substr(HeaderSize));
    head.u32(checksums == Checksums::WrongRecords ? ~recordsCrc : recordsCrc);
    m_blob.patchBytes(0, head.view());
    m_blob.patch32(0x78, checksums == Checksums::Unused ? 4 : 1);
    const std::string_view all = m_blob.view();
    const std::uint32_t headCrc = crc32(all.substr(0x80, HeaderSize - 0x80), crc32(all.substr(0, 0x78)));
    m_blob.patch32(0x7c, checksums == Checksums::WrongHeader ? ~headCrc : headCrc);
    if (checksums == Checksums::Unused) {
        m_blob.patch32(0x34, 0);
        m_blob.patch32(0x7c, 0);
    }
    m_blob.fill(Size - m_blob.size());
    std::string bytes = m_blob.take();

    const std::uint64_t numbered = m_numbered + m_records;
    *this = EvtxChunk();
    m_numbered = numbered;
    return bytes;
}

} // namespace forge
