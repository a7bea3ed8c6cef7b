// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.h"

#include "module.h"

#include <QCoreApplication>

namespace evident {

namespace {

QFunctionPointer paperEntry(const char *entry)
{
    return moduleEntry(QStringLiteral("evident-paper"), entry);
}

} // namespace

std::unique_ptr<QCoreApplication> makePaperApplication(int &argc, char **argv)
{
    const auto make = reinterpret_cast<MakePaperApplication>(paperEntry(PaperApplicationEntry));
    return std::unique_ptr<QCoreApplication>(make ? make(argc, argv) : nullptr);
}

bool canLayOutPages()
{
    return QCoreApplication::instance()->inherits("QGuiApplication");
}

Result<QByteArray> pagesAsPdf(const Report &report)
{
    Result<QByteArray> pdf = failure(ErrorCode::WriteFailed, "the module for pages");
    if (const auto write = reinterpret_cast<WritePagesAsPdf>(paperEntry(PagesAsPdfEntry)))
        write(report, pdf);
    return pdf;
}

} // namespace evident
