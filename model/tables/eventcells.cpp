// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/eventcells.h"

#include "reports/words.h"
#include "tables/eventtable.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace evident {

namespace {

template<NameId (RowKind::*nameOf)() const>
QString nameCell(const CellContext &row)
{
    return row.names.text((row.batch.kind[row.index].*nameOf)());
}

template<auto numberOf>
QString kindNumberCell(const CellContext &row)
{
    return QString::number((row.batch.kind[row.index].*numberOf)());
}

template<PackedNumbers EventBatch::*Column>
QString numberCell(const CellContext &row)
{
    return QString::number((row.batch.*Column)[row.index]);
}

QString levelCell(const CellContext &row)
{
    return levelText(row.batch.kind[row.index].level());
}

QString timeCell(const CellContext &row)
{
    return row.time.text(Timestamp{row.batch.time[row.index]});
}

QString taskCell(const CellContext &row)
{
    return shownTask(row.batch.kind[row.index].task());
}

/// Absent ids are kept as 0, which is no record number.
QString recordCell(const CellContext &row)
{
    const std::uint64_t id = row.batch.recordId[row.index];
    return id == 0 ? QString() : QString::number(id);
}

QString keywordsCell(const CellContext &row)
{
    return shownKeywords(row.batch.kind[row.index].keywords());
}

QString activityCell(const CellContext &row)
{
    return row.batch.activity[row.index].text(row.names);
}

QString fileCell(const CellContext &row)
{
    return row.batch.reader->source().name();
}

constexpr std::array Columns{
    ColumnDescription{EventColumn::Level, QT_TRANSLATE_NOOP("EventTable", "Level"), Qt::AlignLeft, levelCell},
    ColumnDescription{EventColumn::Time, QT_TRANSLATE_NOOP("EventTable", "Date and Time"), Qt::AlignLeft, timeCell},
    ColumnDescription{
        EventColumn::Source, QT_TRANSLATE_NOOP("EventTable", "Source"), Qt::AlignLeft, nameCell<&RowKind::provider>},
    ColumnDescription{
        EventColumn::Id, QT_TRANSLATE_NOOP("EventTable", "Event ID"), Qt::AlignRight, kindNumberCell<&RowKind::id>},
    ColumnDescription{EventColumn::Task, QT_TRANSLATE_NOOP("EventTable", "Task Category"), Qt::AlignLeft, taskCell},
    ColumnDescription{EventColumn::Description, QT_TRANSLATE_NOOP("EventTable", "Description"), Qt::AlignLeft, nullptr},
    ColumnDescription{
        EventColumn::Log, QT_TRANSLATE_NOOP("EventTable", "Log"), Qt::AlignLeft, nameCell<&RowKind::channel>},
    ColumnDescription{EventColumn::Computer, QT_TRANSLATE_NOOP("EventTable", "Computer"), Qt::AlignLeft,
        nameCell<&RowKind::computer>},
    ColumnDescription{
        EventColumn::User, QT_TRANSLATE_NOOP("EventTable", "User"), Qt::AlignLeft, nameCell<&RowKind::user>},
    ColumnDescription{EventColumn::RecordId, QT_TRANSLATE_NOOP("EventTable", "Record ID"), Qt::AlignRight, recordCell},
    ColumnDescription{EventColumn::Keywords, QT_TRANSLATE_NOOP("EventTable", "Keywords"), Qt::AlignLeft, keywordsCell},
    ColumnDescription{EventColumn::Opcode, QT_TRANSLATE_NOOP("EventTable", "Opcode"), Qt::AlignRight,
        kindNumberCell<&RowKind::opcode>},
    ColumnDescription{EventColumn::ProcessId, QT_TRANSLATE_NOOP("EventTable", "Process ID"), Qt::AlignRight,
        numberCell<&EventBatch::processId>},
    ColumnDescription{EventColumn::ThreadId, QT_TRANSLATE_NOOP("EventTable", "Thread ID"), Qt::AlignRight,
        numberCell<&EventBatch::threadId>},
    ColumnDescription{
        EventColumn::Activity, QT_TRANSLATE_NOOP("EventTable", "Activity ID"), Qt::AlignLeft, activityCell},
    ColumnDescription{EventColumn::File, QT_TRANSLATE_NOOP("EventTable", "File"), Qt::AlignLeft, fileCell},
};
static_assert(Columns.size() == static_cast<std::size_t>(EventColumnCount));

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < Columns.size(); ++i) {
        if (static_cast<std::size_t>(Columns[i].column) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

std::span<const ColumnDescription> columnDescriptions()
{
    return Columns;
}

QString shownTask(std::uint16_t task)
{
    return task == 0 ? QCoreApplication::translate("EventTable", "None") : QStringLiteral("(%1)").arg(task);
}

QString shownKeywords(std::uint64_t keywords)
{
    return QStringLiteral("0x%1").arg(keywords, 0, 16);
}

QLatin1StringView columnName(EventColumn column)
{
    return QLatin1StringView(Columns.at(std::to_underlying(column)).name);
}

} // namespace evident
