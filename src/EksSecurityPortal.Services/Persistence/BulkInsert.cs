using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// Inserts many rows without the change tracker: one prepared statement on SQLite, COPY on PostgreSQL. Column names and conversions are the
/// model's own. Keys that the database generates are left to it.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Takes part in the context's transaction.</summary>
    internal static async Task AddAllAsync<T>(this PortalDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not part of the model.");
        var columns = type.GetProperties().Where(property => !IsGenerated(property)).Select(property => new Column(property)).ToList();
        var helper = db.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(column => helper.DelimitIdentifier(column.Name)));
        var table = helper.DelimitIdentifier(type.GetTableName() ?? type.Name);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            if (connection is NpgsqlConnection npgsql)
            {
                await CopyAsync(npgsql, $"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)", columns, rows, cancellationToken);
            }
            else
            {
                await InsertAsync(db, connection, $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})", columns, rows, cancellationToken);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static bool IsGenerated(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && property.ClrType is var type && (type == typeof(int) || type == typeof(long));

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string copy, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                {
                    await writer.WriteAsync(value, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task InsertAsync<T>(PortalDbContext db, DbConnection connection, string insert, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var command = connection.CreateCommand();
        command.CommandText = insert;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var index in Enumerable.Range(0, columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var index = 0; index < columns.Count; index++)
            {
                command.Parameters[index].Value = columns[index].Read(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>How one column's value is had from a row, in the database's own type.</summary>
    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?> convert = property.GetTypeMapping().Converter?.ConvertToProvider ?? (value => value);

        public string Name { get; } = property.GetColumnName();

        public object? Read(object row) => getter.GetClrValue(row) is { } value ? convert(value) : null;
    }
}
