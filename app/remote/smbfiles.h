// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of one computer through libsmbclient: folders listed, files looked at and read. Nothing here can write, make
// or remove one. What is read goes into a file that the program handed over. Signing is demanded by a configuration of our own; what the machine's smb.conf says does not count.
// Owned by the Conversation; every call blocks.

#include "descriptor.h"
#include "remote/filemessage.h"

#include <expected>
#include <map>
#include <memory>

namespace evident {

class SmbFiles {
public:
    template<typename T>
    using Answer = std::expected<T, RemoteFailure>;

    /// @p address: where reach() found the computer.
    SmbFiles(const ConnectRequest &request, const std::string &address);
    SmbFiles(const SmbFiles &) = delete;
    SmbFiles &operator=(const SmbFiles &) = delete;
    ~SmbFiles();

    [[nodiscard]] Answer<std::vector<FolderEntry>> list(const FileRequest &folder);
    [[nodiscard]] Answer<FileFacts> lookAt(const FileRequest &file);
    /// @p into: where read() puts what it reads, at the same offset.
    [[nodiscard]] Answer<OpenedFile> open(const FileRequest &file, Descriptor into);
    [[nodiscard]] Answer<std::uint32_t> read(const FileRead &read);
    /// Reads what will probably be asked for next, when large pieces of a file are being read one behind the other: called
    /// once the last answer is on its way, so that the network and whoever asks work at the same time.
    void readAhead();
    void close(std::uint32_t handle);

private:
    struct Library;
    struct File;
    [[nodiscard]] bool isReady();
    [[nodiscard]] Answer<std::uint32_t> fetch(const FileRead &read);
    [[nodiscard]] RemoteFailure failed(int error, const FileRequest &file);
    [[nodiscard]] std::string urlOf(const FileRequest &file) const;

    ConnectRequest m_request;
    std::string m_host; ///< as the URL names it: the address, or the name that a ticket is for
    std::unique_ptr<Library> m_library; ///< made when the first file is asked for
    std::map<std::uint32_t, File> m_files;
    std::uint32_t m_lastFile = 0;
    FileRead m_next; ///< what would go on where the last read ended; no length when it would not pay
    std::optional<std::uint32_t> m_ahead; ///< how much of it is there already
    std::vector<std::uint8_t> m_piece; ///< kept, since making room anew for every piece costs as much as copying it
};

} // namespace evident
