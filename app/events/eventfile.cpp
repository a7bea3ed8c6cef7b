// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventfile.h"

#include "savedialog.h"
#include "tables/eventlines.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct EventFileWords {
    Q_DECLARE_TR_FUNCTIONS(EventFile)
};

struct FormLine {
    EventFileForm form;
    const char *filter; ///< of the file dialog
    const char *ending;
};

constexpr std::array Forms{
    FormLine{EventFileForm::Evtx, QT_TRANSLATE_NOOP("EventFile", "Event log (*.evtx)"), "evtx"},
    FormLine{EventFileForm::Xml, QT_TRANSLATE_NOOP("EventFile", "XML (*.xml)"), "xml"},
    FormLine{EventFileForm::Csv, QT_TRANSLATE_NOOP("EventFile", "Table for a spreadsheet (*.csv)"), "csv"},
    FormLine{EventFileForm::Text, QT_TRANSLATE_NOOP("EventFile", "Plain text (*.txt)"), "txt"},
    FormLine{EventFileForm::JsonLines, QT_TRANSLATE_NOOP("EventFile", "JSON lines for programs (*.jsonl)"), "jsonl"},
};

QString filterText(const FormLine &line)
{
    return QCoreApplication::translate("EventFile", line.filter);
}

bool isForPeople(EventFileForm form)
{
    return form == EventFileForm::Csv || form == EventFileForm::Text;
}

} // namespace

std::optional<EventFile> chooseEventFile(QWidget *parent, const QString &title, const QString &folder)
{
    std::vector<SaveForm> forms;
    forms.reserve(Forms.size());
    for (const FormLine &line : Forms)
        forms.push_back({.filter = filterText(line), .ending = QString::fromLatin1(line.ending)});
    const QString suggested = QDir(folder).filePath(EventFileWords::tr("Events") + ".evtx"_L1);
    const auto chosen = chooseFileToSave(parent, title, suggested, forms);
    if (!chosen)
        return {};
    return EventFile{.path = chosen->path, .form = Forms[chosen->form].form};
}

SavingOrder savingOrder(const EventFile &file, RowIds rows, const QTimeZone &zone)
{
    SavingOrder order;
    order.form = file.form;
    order.path = file.path;
    if (!isForPeople(file.form))
        std::ranges::sort(rows);
    order.rows = std::move(rows);
    if (file.form == EventFileForm::Csv) {
        order.head = csvHead();
        order.line = [zone](const Event &event, const QString &description, const QString &log) {
            return csvLine(event, description, log, zone);
        };
    } else if (file.form == EventFileForm::Text) {
        order.line = [zone](const Event &event, const QString &description, const QString &) {
            return textBlock(event, description, zone);
        };
    }
    return order;
}

QString savedText(const SavedEvents &saved)
{
    QString text = EventFileWords::tr("%Ln event(s) were saved as %1.", nullptr, static_cast<int>(saved.saved))
                       .arg(QDir::toNativeSeparators(saved.path));
    if (saved.unreadable > 0)
        text += u' '
            + EventFileWords::tr("%Ln event(s) could not be read any more and are missing in it.", nullptr,
                static_cast<int>(saved.unreadable));
    if (saved.tooLarge > 0)
        text += u' '
            + EventFileWords::tr("%Ln event(s) are larger than an .evtx can hold and are missing in it.", nullptr,
                static_cast<int>(saved.tooLarge));
    return text;
}

} // namespace evident
