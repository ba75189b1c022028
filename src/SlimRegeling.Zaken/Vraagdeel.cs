using Npgsql;

namespace SlimRegeling.Zaken;

/// <summary>What a question to the database is put together from.</summary>
internal static class Vraagdeel
{
    public static string Waar(List<string> voorwaarden) => voorwaarden.Count == 0 ? "" : $"where {string.Join(" and ", voorwaarden)}";

    /// <returns>Where it stands in the text.</returns>
    public static string Parameter(NpgsqlParameterCollection parameters, object waarde)
    {
        parameters.Add(new NpgsqlParameter { Value = waarde });
        return $"${parameters.Count}";
    }
}
