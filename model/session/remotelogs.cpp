// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remotelogs.h"

#include "sources/filesource.h"

#include <algorithm>

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto CallTime = 10s;
constexpr int DeepestFolder = 16;
constexpr std::size_t MostFiles = 100'000;

std::unexpected<Error> noLocation(const QString &location)
{
    return failure(ErrorCode::NotFound, "a location on another computer", {.source = withoutAccount(location)});
}

std::string pathOf(const SmbPath &path)
{
    return path.path.toStdString();
}

Result<void> collect(
    RemoteHost &host, const SmbPath &folder, int depth, const PullCancel &cancelled, std::vector<QString> &files)
{
    const Patience patience = Patience::of(CallTime, cancelled);
    auto held = host.hold(patience);
    if (!held)
        return std::unexpected(held.error());
    auto entries = host.listFolder({.share = folder.share.toStdString(), .path = pathOf(folder)}, patience);
    held->unlock();
    if (!entries)
        return std::unexpected(entries.error());
    std::ranges::sort(*entries, {}, &FolderEntry::name);
    for (const FolderEntry &entry : *entries) {
        const SmbPath path = folder.below(QString::fromStdString(entry.name));
        if (entry.facts.kind == FileKind::File && files.size() < MostFiles)
            files.push_back(path.text());
        else if (entry.facts.kind == FileKind::Folder && depth < DeepestFolder)
            std::ignore = collect(host, path, depth + 1, cancelled, files); // one that is closed to us is passed over
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const ByteSource>> openSource(const QString &location, const Remote &remote,
    RemoteFile::Fetch fetch, const PullCancel &cancelled, std::optional<Error> *trouble)
{
    if (!remote || !isRemoteLocation(location))
        return FileSource::open(location);
    if (const auto log = ClassicLocation::from(location)) {
        auto pulled = pullClassicLog(*remote, *log, 0, cancelled);
        if (!pulled)
            return std::unexpected(pulled.error());
        if (trouble != nullptr)
            *trouble = pulled->trouble;
        return std::make_shared<const MemorySource>(log->whole().text(), std::move(pulled->evt));
    }
    const auto path = SmbPath::from(location);
    if (!path)
        return noLocation(location);
    return RemoteFile::open(remote, *path, fetch, cancelled);
}

Result<std::vector<QString>> filesOnShare(const QString &location, const Remote &remote, const PullCancel &cancelled)
{
    const auto path = SmbPath::from(location);
    if (!path)
        return noLocation(location);
    const Patience patience = Patience::of(CallTime, cancelled);
    const auto host = remote->host(path->target, patience);
    if (!host)
        return std::unexpected(host.error());
    auto held = (*host)->hold(patience);
    if (!held)
        return std::unexpected(held.error());
    const auto facts = (*host)->lookAtFile({.share = path->share.toStdString(), .path = pathOf(*path)}, patience);
    held->unlock();
    std::vector<QString> files;
    Result<void> done;
    if (!facts)
        done = std::unexpected(facts.error());
    else if (facts->kind == FileKind::File)
        files.push_back(path->text());
    else
        done = collect(**host, *path, 0, cancelled, files);
    if (done)
        return files;
    Error error = done.error();
    error.place.source = withoutAccount(location);
    return std::unexpected(std::move(error));
}

} // namespace evident
