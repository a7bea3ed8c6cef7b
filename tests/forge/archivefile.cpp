// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/archivefile.h"

#include <archive.h>
#include <archive_entry.h>

namespace forge {

QByteArray packed(
    int (*format)(archive *), int (*filter)(archive *), const std::vector<Member> &members, const char *passphrase)
{
    QByteArray out(64 * 1024 * 1024, '\0');
    std::size_t used = 0;
    archive *a = archive_write_new();
    format(a);
    filter(a);
    archive_write_set_bytes_in_last_block(a, 1);
    if (passphrase) {
        archive_write_set_options(a, "zip:encryption=aes256");
        archive_write_set_passphrase(a, passphrase);
    }
    archive_write_open_memory(a, out.data(), static_cast<std::size_t>(out.size()), &used);
    for (const Member &member : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.path.constData());
        archive_entry_set_size(entry, member.bytes.size());
        archive_entry_set_filetype(entry, member.path.endsWith('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(a, entry);
        archive_write_data(a, member.bytes.constData(), static_cast<std::size_t>(member.bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(a);
    archive_write_free(a);
    return out.first(static_cast<qsizetype>(used));
}

QByteArray zip(const std::vector<Member> &members, const char *passphrase)
{
    return packed(archive_write_set_format_zip, archive_write_add_filter_none, members, passphrase);
}

} // namespace forge
