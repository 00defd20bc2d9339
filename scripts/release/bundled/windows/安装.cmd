@echo off
rem Every word a person reads is in bundle\*.txt and *.py (UTF-8): this file is ASCII, whatever the code page.
setlocal
chcp 65001 >nul
pushd "%~dp0"
set "PY="
for %%V in (3.11 3.12 3.13) do if not defined PY (py -%%V -c "" >nul 2>nul && set "PY=py -%%V")
if not defined PY (python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" >nul 2>nul && set "PY=python")
if defined PY goto install
for %%F in (python-3.1*-amd64.exe) do set "INSTALLER=%%F"
if not defined INSTALLER goto missing
type "bundle\installing-python.txt"
start /wait "" "%INSTALLER%" /quiet InstallAllUsers=0 PrependPath=0 Include_launcher=0 Include_test=0 Shortcuts=0 TargetDir="%LOCALAPPDATA%\dossier-intake-python"
set PY="%LOCALAPPDATA%\dossier-intake-python\python.exe"
if not exist %PY% goto missing
:install
%PY% -X utf8 "bundle\install.py"
set "RC=%ERRORLEVEL%"
goto end
:missing
type "bundle\no-python.txt"
set "RC=1"
:end
popd
pause
exit /b %RC%
