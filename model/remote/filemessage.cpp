// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/filemessage.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr std::size_t SmallestEntry = 4 + 1 + 8 + 8; ///< with an empty name

void append(BodyWriter &body, const FileFacts &facts)
{
    body.u8(std::to_underlying(facts.kind)).u64(facts.size).u64(facts.changed);
}

/// Nothing when it is not there.
std::optional<FileFacts> factsAt(Cursor &cursor)
{
    const std::uint8_t kind = cursor.u8();
    FileFacts facts;
    facts.size = cursor.u64();
    facts.changed = cursor.u64();
    if (cursor.failed() || kind > std::to_underlying(FileKind::Folder))
        return {};
    facts.kind = static_cast<FileKind>(kind);
    return facts;
}

} // namespace

std::vector<std::uint8_t> bodyOf(const FileRequest &request)
{
    return BodyWriter().text(request.share).text(request.path).take();
}

std::vector<std::uint8_t> bodyOf(const FileFacts &facts)
{
    BodyWriter body;
    append(body, facts);
    return body.take();
}

std::vector<std::uint8_t> bodyOf(const std::vector<FolderEntry> &entries)
{
    BodyWriter body;
    body.u32(static_cast<std::uint32_t>(entries.size()));
    for (const FolderEntry &entry : entries) {
        body.text(entry.name);
        append(body, entry.facts);
    }
    return body.take();
}

std::vector<std::uint8_t> bodyOf(const OpenedFile &opened)
{
    BodyWriter body;
    body.u32(opened.handle);
    append(body, opened.facts);
    return body.take();
}

std::vector<std::uint8_t> bodyOf(const FileRead &read)
{
    return BodyWriter().u32(read.handle).u64(read.offset).u32(read.length).take();
}

std::optional<FileRequest> fileRequestFrom(Bytes body)
{
    Cursor cursor(body);
    FileRequest request;
    request.share = readText(cursor);
    request.path = readText(cursor);
    return cursor.failed() ? std::nullopt : std::optional(std::move(request));
}

std::optional<FileFacts> fileFactsFrom(Bytes body)
{
    Cursor cursor(body);
    return factsAt(cursor);
}

std::optional<std::vector<FolderEntry>> folderFrom(Bytes body)
{
    Cursor cursor(body);
    const std::uint32_t count = cursor.u32();
    if (cursor.failed() || count > MostFolderEntries || count > cursor.left() / SmallestEntry)
        return {};
    std::vector<FolderEntry> entries;
    entries.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name = readText(cursor);
        const auto facts = factsAt(cursor);
        if (!facts)
            return {};
        entries.push_back({.name = std::move(name), .facts = *facts});
    }
    return entries;
}

std::optional<OpenedFile> openedFileFrom(Bytes body)
{
    Cursor cursor(body);
    OpenedFile opened;
    opened.handle = cursor.u32();
    const auto facts = factsAt(cursor);
    if (!facts)
        return {};
    opened.facts = *facts;
    return opened;
}

std::optional<FileRead> fileReadFrom(Bytes body)
{
    Cursor cursor(body);
    FileRead read;
    read.handle = cursor.u32();
    read.offset = cursor.u64();
    read.length = cursor.u32();
    return cursor.failed() || read.length > LargestFileRead ? std::nullopt : std::optional(read);
}

} // namespace evident
