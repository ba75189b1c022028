using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>A month of the books is closed by one and confirmed by a second. Months go in order; the first takes all before it along.</summary>
public static class MaandSluiten
{
    private static readonly YearMonthPattern Vorm = YearMonthPattern.Iso;

    public sealed record Verzoek;

    /// <param name="Debet">Of all that is booked up to and including the month, in euro; in credit it is as much.</param>
    /// <param name="AfgeslotenDoor">Pseudonym; absent while nobody closed it.</param>
    /// <param name="BevestigdDoor">Pseudonym; absent while it is open.</param>
    public sealed record Beeld(
        string Maand,
        long Regels,
        decimal Debet,
        string? AfgeslotenDoor,
        Instant? AfgeslotenOp,
        string? BevestigdDoor,
        Instant? BevestigdOp
    );

    private delegate Beslissing Stap(
        Boekmaand? boekmaand,
        LocalDate maand,
        Maandstand stand,
        LocalDate? geslotenTot,
        string wie,
        LocalDate vandaag,
        Instant nu
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/boekmaanden/{maand}/afsluiting", Sluit).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapPost("/boekmaanden/{maand}/bevestiging", Bevestig).Voor(Rol.FinancieelControleur).Geeft<Bijgewerkt>();
        api.MapGet("/boekmaanden", Lijst).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<IReadOnlyList<Beeld>>();
    }

    private static Task<Uitkomst> Sluit(
        string maand,
        Verzoek _,
        Persoon persoon,
        Stroom<Boekmaand> boekmaanden,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    ) => Voer(Boekmaand.Sluit, maand, persoon, boekmaanden, contexten, moment, ct);

    private static Task<Uitkomst> Bevestig(
        string maand,
        Verzoek _,
        Persoon persoon,
        Stroom<Boekmaand> boekmaanden,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    ) => Voer(Boekmaand.Bevestig, maand, persoon, boekmaanden, contexten, moment, ct);

    private static async Task<Uitkomst> Voer(
        Stap stap,
        string maand,
        Persoon persoon,
        Stroom<Boekmaand> boekmaanden,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Vorm.Parse(maand) is not { Success: true, Value: { Year: >= 2000 and <= 9000 } gelezen })
        {
            return Weigering.Invoer(new Fout("maand", "Schrijf de maand als 2026-10."));
        }
        var eerste = gelezen.OnDayOfMonth(1);
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var stand = await Stand(bron, eerste, ct);
        var geslotenTot = await GeslotenTot(bron, ct);
        var nu = moment.Nu;
        return await boekmaanden.SchrijfOfBegin(
            $"boekmaand-{Boekmaand.Naam(eerste)}",
            boekmaand => stap(boekmaand, eerste, stand, geslotenTot, persoon.Onderwerp, Moment.Dag(nu), nu),
            ct
        );
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<BetalingenContext> eenheid, CancellationToken ct)
    {
        var maanden = await eenheid.Sessie.QueryAsync<Boekmaand>("order by id", ct);
        return Uitkomst.Ok(maanden.Where(m => m.Afgesloten is not null).Select(m => Van(m, m.Afgesloten!)).ToList());
    }

    private static Beeld Van(Boekmaand m, BoekmaandAfgesloten afgesloten) =>
        new(
            Boekmaand.Naam(afgesloten.Maand),
            m.Bevestigd?.Regels ?? afgesloten.Regels,
            m.Bevestigd?.Debet ?? afgesloten.Debet,
            afgesloten.Door,
            afgesloten.Op,
            m.Bevestigd?.Door,
            m.Bevestigd?.Op
        );

    /// <summary>What the books hold up to and including the month that begins on this day.</summary>
    private static async Task<Maandstand> Stand(NpgsqlDataSource bron, LocalDate maand, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            "select count(*), coalesce(sum(debet), 0), max(op) from betalingen.grootboek where boekdatum < $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = maand.PlusMonths(1) });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return new(rij.GetInt64(0), rij.GetDecimal(1), await rij.IsDBNullAsync(2, ct) ? null : rij.GetFieldValue<Instant>(2));
    }

    /// <summary>The first day that is open; null when no month was closed.</summary>
    internal static async Task<LocalDate?> GeslotenTot(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select max(maand) from betalingen.maandsluiting");
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return await rij.IsDBNullAsync(0, ct) ? null : rij.GetFieldValue<LocalDate>(0).PlusMonths(1);
    }
}
