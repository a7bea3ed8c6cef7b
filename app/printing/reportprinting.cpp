// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/reportprinting.h"

#include "paper/reportdocument.h"
#include "savedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <array>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPrinting)
};

struct FormLine {
    ReportForm form;
    const char *filter; ///< of the file dialog
    const char *ending;
};

constexpr std::array Forms{
    FormLine{ReportForm::Pdf, QT_TRANSLATE_NOOP("ReportPrinting", "PDF document (*.pdf)"), "pdf"},
    FormLine{ReportForm::Html, QT_TRANSLATE_NOOP("ReportPrinting", "Web page (*.html *.htm)"), "html"},
    FormLine{ReportForm::Text, QT_TRANSLATE_NOOP("ReportPrinting", "Plain text (*.txt)"), "txt"},
    FormLine{ReportForm::Csv, QT_TRANSLATE_NOOP("ReportPrinting", "Findings for a spreadsheet (*.csv)"), "csv"},
    FormLine{ReportForm::Json, QT_TRANSLATE_NOOP("ReportPrinting", "Findings for programs (*.json)"), "json"},
};

QString filterText(const FormLine &line)
{
    return QCoreApplication::translate("ReportPrinting", line.filter);
}

void setUpPrinter(QPrinter &printer)
{
    printer.setPageLayout(reportPageLayout());
    printer.setDocName(Words::tr("Evident report"));
}

/// "Evident MAIL01 2026-11-22.pdf" beside the user's documents.
QString suggestedPath(const Report &report)
{
    QStringList computers;
    for (const Finding &finding : report.findings.findings)
        computers.append(finding.computer);
    computers.removeDuplicates();
    QString name = u"Evident"_s;
    if (computers.size() == 1)
        name += u' ' + computers.front();
    name += u' ' + report.madeAt.toDateTime().date().toString(Qt::ISODate);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && !u" -_."_s.contains(c))
            c = u'_'; // a computer's name comes from the log
    }
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name + ".pdf"_L1);
}

} // namespace

void printReport(QWidget *parent, const Report &report)
{
    QPrinter printer(QPrinter::HighResolution);
    setUpPrinter(printer);
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(Words::tr("Print the Report"));
    dialog.setOption(QAbstractPrintDialog::PrintSelection, report.current.has_value());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const bool selection = dialog.printRange() == QAbstractPrintDialog::Selection;
    std::ignore = paintReport(
        selection ? currentOnly(report) : report, printer); // the print dialog and the spooler tell what fails
}

void previewReport(QWidget *parent, const Report &report)
{
    QPrinter printer(QPrinter::HighResolution);
    setUpPrinter(printer);
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(Words::tr("Print Preview"));
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
        [&report](QPrinter *device) { std::ignore = paintReport(report, *device); });
    dialog.resize(1000, 760);
    dialog.exec();
}

Result<QString> saveReport(QWidget *parent, const Report &report)
{
    std::vector<SaveForm> forms;
    forms.reserve(Forms.size());
    for (const FormLine &line : Forms)
        forms.push_back({.filter = filterText(line), .ending = QString::fromLatin1(line.ending)});
    const auto chosen = chooseFileToSave(parent, Words::tr("Save the Report"), suggestedPath(report), forms);
    if (!chosen)
        return QString();
    const QString &path = chosen->path;
    const auto bytes = reportAs(report, Forms[chosen->form].form);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto written = writeWhole(path, *bytes);
    return written ? Result<QString>(path) : std::unexpected(written.error());
}

} // namespace evident
