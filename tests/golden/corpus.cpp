// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/corpus.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <archive.h>
#include <archive_entry.h>

namespace evident::golden {

QString corpusFolder()
{
    const QString folder = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    return QFileInfo(folder).isDir() ? folder : QString();
}

std::vector<QJsonObject> readManifest()
{
    std::vector<QJsonObject> lines;
    QFile file(corpusFolder() + QStringLiteral("/logs-manifest.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

void TruthRecords::Closer::operator()(archive *file) const
{
    archive_read_free(file);
}

TruthRecords::TruthRecords()
    : m_file(archive_read_new())
{
    const QByteArray path = QFile::encodeName(corpusFolder() + QStringLiteral("/logs-records.jsonl.zst"));
    archive_entry *entry = nullptr;
    constexpr std::size_t BlockSize = 65536;
    m_isOpen = archive_read_support_filter_zstd(m_file.get()) == ARCHIVE_OK
        && archive_read_support_format_raw(m_file.get()) == ARCHIVE_OK
        && archive_read_open_filename(m_file.get(), path.constData(), BlockSize) == ARCHIVE_OK
        && archive_read_next_header(m_file.get(), &entry) == ARCHIVE_OK;
}

TruthRecords::~TruthRecords() = default;

bool TruthRecords::fill()
{
    m_buffer.remove(0, m_position);
    m_position = 0;
    constexpr qsizetype Step = 1 << 20;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + Step);
    const auto got = m_isOpen ? archive_read_data(m_file.get(), m_buffer.data() + before, Step) : 0;
    m_buffer.resize(before + std::max<la_ssize_t>(got, 0));
    return got > 0;
}

std::optional<QJsonObject> TruthRecords::next()
{
    qsizetype end = m_buffer.indexOf('\n', m_position);
    while (end < 0) {
        if (!fill())
            return {};
        end = m_buffer.indexOf('\n', m_position);
    }
    const auto line = QJsonDocument::fromJson(m_buffer.sliced(m_position, end - m_position)).object();
    m_position = end + 1;
    return line;
}

} // namespace evident::golden
