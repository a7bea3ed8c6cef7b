// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/eventsaving.h"

#include "formats/evtxsaver.h"
#include "wording/description.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace evident {

namespace {

constexpr std::string_view XmlHead = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>\n";
constexpr std::string_view XmlEnd = "</Events>\n";

Result<void> openFile(QSaveFile &file)
{
    errno = 0;
    if (file.open(QIODevice::WriteOnly))
        return {};
    const int number = errno;
    const QFileInfo info(file.fileName());
    if (!QFileInfo(info.absolutePath()).isDir())
        return failure(ErrorCode::NotFound, "folder of the file", {.source = info.absolutePath()}, number);
    const bool isForbidden =
        file.error() == QFileDevice::PermissionsError || number == EACCES || number == EROFS || info.isDir();
    return failure(
        isForbidden ? ErrorCode::NoPermission : ErrorCode::WriteFailed, "file", {.source = file.fileName()}, number);
}

/// One save while it runs.
class Saving {
public:
    Saving(const SavingOrder &order, const Shelf &shelf)
        : m_order(order)
        , m_shelf(shelf)
        , m_file(order.path)
        , m_evtx(m_file)
    {
    }

    Result<void> begin()
    {
        m_saved.path = m_order.path;
        if (const auto opened = openFile(m_file); !opened)
            return opened;
        if (m_order.form == EventFileForm::Xml)
            return write({XmlHead.data(), static_cast<qsizetype>(XmlHead.size())});
        return write(m_order.head);
    }

    Result<void> add(RowId row)
    {
        const auto [batch, index] = m_order.store.at(row);
        if (m_order.form == EventFileForm::Evtx)
            return addRecord(*batch->reader, batch->place[index]);
        const auto text = m_order.form == EventFileForm::Csv || m_order.form == EventFileForm::Text
            ? line(*batch, index)
            : record(*batch->reader, batch->place[index]);
        if (!text) {
            ++m_saved.unreadable;
            return {};
        }
        ++m_saved.saved;
        return write(*text);
    }

    Result<SavedEvents> finish()
    {
        const auto ended = m_order.form == EventFileForm::Evtx ? m_evtx.finish()
            : m_order.form == EventFileForm::Xml ? write({XmlEnd.data(), static_cast<qsizetype>(XmlEnd.size())})
                                                 : Result<void>();
        if (!ended)
            return std::unexpected(placed(ended.error()));
        errno = 0;
        if (!m_file.commit())
            return failure(ErrorCode::WriteFailed, "file", {.source = m_order.path}, errno);
        if (m_order.form == EventFileForm::Evtx) {
            m_saved.saved = m_evtx.saved();
            m_saved.tooLarge = m_evtx.leftOut().size();
        }
        return m_saved;
    }

private:
    Result<void> addRecord(const LogReader &reader, std::uint64_t place)
    {
        const auto added = m_evtx.addEvent(reader, place);
        if (added)
            return {};
        if (added.error().code == ErrorCode::WriteFailed || added.error().code == ErrorCode::TooLarge)
            return std::unexpected(placed(added.error()));
        ++m_saved.unreadable;
        return {};
    }

    [[nodiscard]] Result<QByteArray> line(const EventBatch &batch, std::size_t index) const
    {
        const auto event = batch.reader->event(batch.place[index]);
        if (!event)
            return std::unexpected(event.error());
        const Highlight highlight = batch.highlight[index];
        const Article *article = highlight == 0 ? nullptr : &m_shelf.article(static_cast<ArticleNumber>(highlight - 1));
        return m_order.line(*event, describe(*event, article).text, batch.reader->source().name());
    }

    [[nodiscard]] Result<QByteArray> record(const LogReader &reader, std::uint64_t place) const
    {
        const DumpForm form = m_order.form == EventFileForm::Xml ? DumpForm::Xml : DumpForm::JsonLines;
        return reader.eventAs(place, form).transform([](QByteArray text) { return text.append('\n'); });
    }

    Result<void> write(const QByteArray &bytes)
    {
        errno = 0;
        if (m_file.write(bytes) == bytes.size())
            return {};
        return failure(ErrorCode::WriteFailed, "file", {.source = m_order.path}, errno);
    }

    [[nodiscard]] Error placed(Error error) const
    {
        error.place = {.source = m_order.path};
        return error;
    }

    const SavingOrder &m_order;
    const Shelf &m_shelf;
    QSaveFile m_file;
    EvtxSaver m_evtx;
    SavedEvents m_saved;
};

} // namespace

std::optional<Result<SavedEvents>> saveEvents(
    const SavingOrder &order, const Shelf &shelf, const std::atomic_bool &cancelled, const SavingProgress &progress)
{
    Saving saving(order, shelf);
    if (const auto begun = saving.begin(); !begun)
        return std::unexpected(begun.error());
    std::size_t told = 0;
    for (std::size_t i = 0; i < order.rows.size(); ++i) {
        if (cancelled)
            return {};
        if (const auto added = saving.add(order.rows[i]); !added)
            return std::unexpected(added.error());
        const std::size_t permille = (i + 1) * 1000 / order.rows.size();
        if (permille != told)
            progress(static_cast<int>(permille));
        told = permille;
    }
    return saving.finish();
}

} // namespace evident
