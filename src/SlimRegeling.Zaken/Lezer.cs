using Npgsql;

namespace SlimRegeling.Zaken;

/// <summary>Columns that may be empty, by name.</summary>
internal static class Lezer
{
    public static decimal? Bedrag(this NpgsqlDataReader rij, string kolom) => rij.OfNiets<decimal>(kolom);

    public static string? Tekst(this NpgsqlDataReader rij, string kolom) =>
        rij.IsDBNull(rij.GetOrdinal(kolom)) ? null : rij.GetString(rij.GetOrdinal(kolom));

    public static T? OfNiets<T>(this NpgsqlDataReader rij, string kolom)
        where T : struct => rij.IsDBNull(rij.GetOrdinal(kolom)) ? null : rij.GetFieldValue<T>(rij.GetOrdinal(kolom));
}
