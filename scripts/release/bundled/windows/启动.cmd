@echo off
rem Every word a person reads is in bundle\*.txt and *.py (UTF-8): this file is ASCII, whatever the code page.
rem A folder dropped on this file is screened at once.
setlocal
chcp 65001 >nul
set "PLACE=%DOSSIER_HOME%"
if not defined PLACE set "PLACE=%LOCALAPPDATA%\dossier-intake"
set "PY=%PLACE%\venv\Scripts\python.exe"
pushd "%~dp0"
if not exist "%PY%" goto missing
"%PY%" -X utf8 "bundle\start.py" %*
set "RC=%ERRORLEVEL%"
goto end
:missing
type "bundle\not-installed.txt"
set "RC=1"
:end
popd
pause
exit /b %RC%
