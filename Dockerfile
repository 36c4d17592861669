# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# project files first: packages are restored again only when one of them changes
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/EksSecurityPortal.Core/*.csproj src/EksSecurityPortal.Core/packages.lock.json src/EksSecurityPortal.Core/
COPY src/EksSecurityPortal.AwsClients/*.csproj src/EksSecurityPortal.AwsClients/packages.lock.json src/EksSecurityPortal.AwsClients/
COPY src/EksSecurityPortal.Services/*.csproj src/EksSecurityPortal.Services/packages.lock.json src/EksSecurityPortal.Services/
COPY src/EksSecurityPortal.Sandbox/*.csproj src/EksSecurityPortal.Sandbox/packages.lock.json src/EksSecurityPortal.Sandbox/
COPY src/EksSecurityPortal.Web/*.csproj src/EksSecurityPortal.Web/*.targets src/EksSecurityPortal.Web/packages.lock.json src/EksSecurityPortal.Web/
COPY migrations/Sqlite/*.csproj migrations/Sqlite/packages.lock.json migrations/Sqlite/
COPY migrations/PostgreSql/*.csproj migrations/PostgreSql/packages.lock.json migrations/PostgreSql/
RUN dotnet restore src/EksSecurityPortal.Web --locked-mode
COPY src src
COPY migrations migrations
COPY wwwroot wwwroot
RUN dotnet publish src/EksSecurityPortal.Web --no-restore -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# the image's unprivileged user owns the data folder and nothing else
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
ENV ASPNETCORE_HTTP_PORTS=8080 Database__DataFolder=/data
EXPOSE 8080
# the runtime image has no curl or wget: bash can speak enough HTTP by itself
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "EksSecurityPortal.Web.dll"]
