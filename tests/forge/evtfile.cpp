// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/evtfile.h"

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace forge {

namespace {

constexpr std::uint32_t HeaderSize = 0x30;
constexpr std::uint32_t EofSize = 0x28;
constexpr std::uint32_t FixedPart = 0x38;
constexpr std::string_view Magic = "LfLe";

std::string recordBytes(const EvtEvent &event, std::uint32_t number)
{
    Blob record;
    record.u32(0); // size, known below
    record.bytes(Magic);
    record.u32(number);
    record.u32(event.generated);
    record.u32(event.written != 0 ? event.written : event.generated);
    record.u32(event.eventId);
    record.u16(static_cast<std::uint16_t>(event.type));
    record.u16(static_cast<std::uint16_t>(event.strings.size()));
    record.u16(event.category);
    record.u16(0); // reserved flags
    record.u32(0); // closing record number
    const std::size_t offsets = record.size();
    record.fill(20);
    record.textZ(event.source);
    record.textZ(event.computer);
    record.align(4);
    const auto sidOffset = static_cast<std::uint32_t>(record.size());
    record.bytes(event.sid);
    const auto stringOffset = static_cast<std::uint32_t>(record.size());
    for (const auto &string : event.strings)
        record.textZ(string);
    const auto dataOffset = static_cast<std::uint32_t>(record.size());
    record.bytes(event.data);
    record.align(4);
    const auto size = static_cast<std::uint32_t>(record.size() + 4);
    record.u32(size);

    record.patch32(0, size);
    record.patch32(offsets, stringOffset);
    record.patch32(offsets + 4, static_cast<std::uint32_t>(event.sid.size()));
    record.patch32(offsets + 8, event.sid.empty() ? 0 : sidOffset);
    record.patch32(offsets + 12, static_cast<std::uint32_t>(event.data.size()));
    record.patch32(offsets + 16, dataOffset);
    return record.take();
}

} // namespace

EvtFile::EvtFile(std::ostream &out, EvtOptions options)
    : m_out(out)
    , m_options(options)
    , m_ring(options.ringSize, '\0')
    , m_next(options.firstNumber)
{
    if (options.ringSize == 0)
        m_out.write(std::string(HeaderSize, '\0').data(), HeaderSize);
}

void EvtFile::add(const EvtEvent &event)
{
    const std::string bytes = recordBytes(event, m_next);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    makeRoom(size);
    m_records.push_back({.place = m_end, .size = size, .number = m_next});
    put(m_end, bytes);
    m_end += size;
    if (m_options.ringSize != 0 && m_end >= m_options.ringSize) {
        m_end = m_end - m_options.ringSize + HeaderSize;
        m_wrapped = true;
    }
    ++m_next;
}

void EvtFile::makeRoom(std::uint32_t size)
{
    if (m_options.ringSize == 0)
        return;
    if (size + EofSize > m_options.ringSize - HeaderSize)
        throw std::length_error("the record does not fit into the ring");
    if (m_options.ringSize - m_end < FixedPart)
        fillToRingEnd();
    while (!m_records.empty() && freeBytes() < size + EofSize)
        m_records.pop_front();
}

/// A record's fixed part is never split: where it would be, words of 0x27 stand and the record begins at the front.
void EvtFile::fillToRingEnd()
{
    const std::uint32_t rest = m_options.ringSize - m_end;
    while (!m_records.empty() && freeBytes() < rest)
        m_records.pop_front();
    Blob filler;
    while (filler.size() < rest)
        filler.u32(0x27);
    put(m_end, filler.view());
    m_end = HeaderSize;
    m_wrapped = true;
}

std::uint32_t EvtFile::freeBytes() const
{
    const std::uint32_t room = m_options.ringSize - HeaderSize;
    if (m_records.empty())
        return room;
    return (m_records.front().place + room - m_end) % room;
}

void EvtFile::put(std::uint32_t place, std::string_view bytes)
{
    if (m_options.ringSize == 0) {
        m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return;
    }
    const std::size_t first = std::min<std::size_t>(bytes.size(), m_options.ringSize - place);
    m_ring.replace(place, first, bytes.substr(0, first));
    m_ring.replace(HeaderSize, bytes.size() - first, bytes.substr(first));
}

std::string EvtFile::header() const
{
    const bool inUse = m_options.state == EvtState::InUse;
    Blob header;
    header.u32(HeaderSize);
    header.bytes(Magic);
    header.u32(1);
    header.u32(1);
    header.u32(inUse || m_records.empty() ? HeaderSize : m_records.front().place);
    header.u32(inUse ? HeaderSize : m_end);
    header.u32(inUse ? m_options.firstNumber : m_next);
    header.u32(inUse || m_records.empty() ? 0 : m_records.front().number);
    header.u32(m_options.ringSize != 0 ? m_options.ringSize : 0x80000);
    header.u32((inUse ? 1U : 0U) | (m_wrapped ? 2U : 0U));
    header.u32(604'800); // retention: a week
    header.u32(HeaderSize);
    return header.take();
}

std::string EvtFile::endOfFile() const
{
    Blob eof;
    eof.u32(EofSize);
    eof.u32(0x11111111);
    eof.u32(0x22222222);
    eof.u32(0x33333333);
    eof.u32(0x44444444);
    eof.u32(m_records.empty() ? m_end : m_records.front().place);
    eof.u32(m_end);
    eof.u32(m_next);
    eof.u32(m_records.empty() ? 0 : m_records.front().number);
    eof.u32(EofSize);
    return eof.take();
}

void EvtFile::finish()
{
    put(m_end, endOfFile());
    if (m_options.ringSize != 0) {
        m_ring.replace(0, HeaderSize, header());
        m_out.write(m_ring.data(), static_cast<std::streamsize>(m_ring.size()));
        return;
    }
    m_out.seekp(0);
    m_out.write(header().data(), HeaderSize);
    m_out.seekp(0, std::ios::end);
}

} // namespace forge
