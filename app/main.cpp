// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"
#include "looks/boxstyle.h"
#include "mainwindow.h"
#include "session/session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>

using namespace evident;

namespace {

/// The value of --lang, looked for before anything is translated: the parser's own help is to speak it as well.
QString wantedLanguage(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0)
        return arguments.value(at + 1);
    for (const QString &argument : arguments) {
        if (argument.startsWith(QStringLiteral("--lang=")))
            return argument.section(u'=', 1);
    }
    return {};
}

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

/// The articles; without them the window still shows logs, and says that it explains nothing.
Shelf openShelf(const QString &language)
{
    auto shelf = Shelf::openPacked(Shelf::packedFile(), language);
    if (shelf)
        return std::move(*shelf);
    QMessageBox::warning(nullptr, QStringLiteral("Evident"),
        Main::tr("The knowledge base that comes with Evident could not be read, so events are shown but not explained. "
                 "Installing Evident again brings it back.\n\nLooked for: %1")
            .arg(Shelf::packedFile()));
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("evident"));
    QApplication::setOrganizationName(QStringLiteral("evident"));
    QApplication::setApplicationDisplayName(QStringLiteral("Evident"));
    QApplication::setApplicationVersion(QStringLiteral(EVIDENT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.evident.Evident"));
    QApplication::setStyle(new BoxStyle);
    const Language language(wantedLanguage(QApplication::arguments()));

    QCommandLineParser parser;
    parser.setApplicationDescription(Main::tr("Explains what Windows event logs say."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("lang"), Main::tr("Speak this language, such as en or de."), Main::tr("language")});
    parser.addOption({QStringLiteral("try-demo"), Main::tr("Open the demo log.")});
    parser.addPositionalArgument(
        QStringLiteral("path"), Main::tr("Logs, folders and registry hives to open."), Main::tr("[path…]"));
    parser.process(application);

    const Shelf shelf = openShelf(language.code());
    Session session(shelf);
    QSettings settings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("evident"), QStringLiteral("evident"));
    MainWindow window(session, settings);
    window.show();
    window.open(parser.positionalArguments());
    if (parser.isSet(QStringLiteral("try-demo")))
        window.openDemo();
    return QApplication::exec();
}
