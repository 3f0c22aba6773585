; What this installer says besides Inno Setup's own messages.

[LangOptions]
LanguageName=English
LanguageID=$0409

[Messages]
ConfirmUninstall=Remove %1? The till's data stays, unless you say otherwise afterwards.
WelcomeLabel2=This will install [name/ver] on your computer.%n%nIf the till is open, please close it before you go on.

[CustomMessages]
ProgramName=Cashier
ProgramComment=Take payments at the counter and pay the shop's money out
TaskDesktopIcon=Put a shortcut on the desktop
TaskAutoStart=Start with Windows
StartNow=Start Cashier now
NewerInstalled=A newer version of Cashier (%1) is installed. Version %2 could not open its data, so nothing was changed.
RemoveData=Cashier was removed. The till's data is still here:%n%n%1%n%nDo you want to delete it too? Do not if Cashier may be installed again, or if the shop's records are still needed.
RemoveDataSure=All payments, withdrawals and backups in this folder will be gone for good:%n%n%1%n%nDelete them?
DataNotRemoved=Some of the till's data could not be deleted. What is left is here:%n%n%1
