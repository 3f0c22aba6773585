; The installer for Windows: for this user alone, without an administrator's rights. `build_windows_installer.py` in the
; folder above calls Inno Setup's compiler and gives it what is defined outside; README.md says how it is signed.

#if Ver < EncodeVer(6, 3, 0)
  #error Inno Setup 6.3 or newer is needed
#endif
#ifndef AppVersion
  #error AppVersion is needed: the program's version, as in 1.2.0
#endif
#ifndef FileVersion
  #error FileVersion is needed: the same as four numbers, as in 1.2.0.0
#endif
#ifndef Bundle
  #error Bundle is needed: the folder that build_bundle.py made
#endif
#ifndef IconFile
  #error IconFile is needed: cashier.ico
#endif
#ifndef OutputFolder
  #error OutputFolder is needed: where the installer is made
#endif

; Fixed for ever: by it Windows and this installer know the program again.
#define AppGuid "B28EB919-95F6-4AD1-A005-AF3FC7FDBC40"

[Setup]
AppId={{{#AppGuid}}
AppName=Cashier
AppVersion={#AppVersion}
AppVerName=Cashier {#AppVersion}
AppPublisher=Cashier
VersionInfoVersion={#FileVersion}
VersionInfoProductTextVersion={#AppVersion}
; Windows 10 1809, the oldest that Qt runs on.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Cashier
DisableProgramGroupPage=yes
DisableWelcomePage=no
OutputDir={#OutputFolder}
OutputBaseFilename=cashier-{#AppVersion}-windows-setup
SetupIconFile={#IconFile}
UninstallDisplayIcon={app}\cashier.exe
UninstallDisplayName=Cashier
WizardStyle=modern
Compression=lzma2
SolidCompression=yes
ShowLanguageDialog=yes
; A running till holds this. It is not closed from here: a payment may be under way, and a person closes the window.
AppMutex=CashierTillIsRunning
CloseApplications=no
RestartApplications=no
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
; The second file lays its words over the first one's, so that what a newer Inno Setup adds is said in English. Inno
; Setup brings no Persian, and Arabic in its newer versions only.
Name: "english"; MessagesFile: "compiler:Default.isl,languages\english.isl"
Name: "persian"; MessagesFile: "compiler:Default.isl,languages\persian.isl"
Name: "arabic"; MessagesFile: "compiler:Default.isl,languages\arabic.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:TaskDesktopIcon}"; Flags: unchecked
Name: "autostart"; Description: "{cm:TaskAutoStart}"; Flags: unchecked

[InstallDelete]
; The version before had other files: what it left would be found before what is new.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{cm:ProgramName}"; Filename: "{app}\cashier.exe"; WorkingDir: "{app}"; Comment: "{cm:ProgramComment}"
Name: "{autodesktop}\{cm:ProgramName}"; Filename: "{app}\cashier.exe"; WorkingDir: "{app}"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Cashier"; ValueData: """{app}\cashier.exe"""; Flags: uninsdeletevalue; Tasks: autostart
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Cashier"; Flags: deletevalue; Tasks: not autostart

[Run]
Filename: "{app}\cashier.exe"; Description: "{cm:StartNow}"; WorkingDir: "{app}"; Flags: nowait postinstall skipifsilent

[Code]
const
  UninstallKey = 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{{#AppGuid}}_is1';

{ An older version refuses the database of a newer one, so that going back would leave the shop without a till. }
function InitializeSetup(): Boolean;
var
  Folder: String;
  Installed, Ours: Int64;
begin
  Result := True;
  if RegQueryStringValue(HKCU, UninstallKey, 'Inno Setup: App Path', Folder)
    and GetPackedVersion(AddBackslash(Folder) + 'cashier.exe', Installed)
    and StrToVersion('{#FileVersion}', Ours)
    and (ComparePackedVersion(Installed, Ours) > 0) then
  begin
    SuppressibleMsgBox(FmtMessage(CustomMessage('NewerInstalled'), [VersionToStr(Installed), '{#AppVersion}']),
      mbError, MB_OK, IDOK);
    Result := False;
  end;
end;

{ The till's data is the shop's. It goes only if a person says so twice; nobody is asked in a silent removal. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  if (CurUninstallStep <> usPostUninstall) or UninstallSilent then
    Exit;
  Data := ExpandConstant('{localappdata}\Cashier');
  if not DirExists(Data) then
    Exit;
  if MsgBox(FmtMessage(CustomMessage('RemoveData'), [Data]), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) <> IDYES then
    Exit;
  if MsgBox(FmtMessage(CustomMessage('RemoveDataSure'), [Data]), mbError, MB_YESNO or MB_DEFBUTTON2) <> IDYES then
    Exit;
  if not DelTree(Data, True, True, True) then
    MsgBox(FmtMessage(CustomMessage('DataNotRemoved'), [Data]), mbError, MB_OK);
end;
