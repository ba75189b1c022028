using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>What was heard of a case that its last day to decide follows from.</summary>
/// <param name="Aanvragertype">Of the window; null, like <c>Sluit</c>, while that has not been heard of.</param>
/// <param name="Stilstand">While a completion is, or was, waited for; null when none was asked by letter.</param>
internal sealed record Beslisdag(Instant Ingediend, string? Aanvragertype, Instant? Sluit, Stilstand? Stilstand)
{
    /// <param name="rij">With the columns of the header and of its window.</param>
    public static Beslisdag Lees(NpgsqlDataReader rij) =>
        new(
            rij.GetFieldValue<Instant>(rij.GetOrdinal("ingediend_op")),
            rij.Tekst("aanvragertype"),
            rij.OfNiets<Instant>("sluit"),
            Stil(rij)
        );

    /// <summary>Null while the window has not been heard of.</summary>
    public LocalDate? Van(Regelversie versie) =>
        Aanvragertype is { } type && Sluit is { } sluit
            ? Termijnen.Beslistermijn(versie, type, Moment.Dag(Ingediend), Moment.Dag(sluit), Stilstand)
            : null;

    private static Stilstand? Stil(NpgsqlDataReader rij)
    {
        if (
            rij.OfNiets<LocalDate>("aanvulling_verzonden_op") is not { } verzonden
            || rij.OfNiets<LocalDate>("aanvullen_uiterlijk") is not { } laatste
        )
        {
            return null;
        }
        var aangevuld = rij.OfNiets<Instant>("aangevuld_op") is { } op && Moment.Dag(op) <= laatste ? Moment.Dag(op) : (LocalDate?)null;
        return Regels.Stilstand.Aanvulling(verzonden, laatste, aangevuld);
    }
}
