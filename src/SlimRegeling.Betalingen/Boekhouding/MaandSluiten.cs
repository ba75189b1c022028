using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// A month of the books is closed by one and confirmed by a second. Months go in order; the first takes all before it along. What moved on the bank account is
/// booked by then; where a statement is missing, who closes says why it can be closed all the same.
/// </summary>
public static class MaandSluiten
{
    private static readonly YearMonthPattern Vorm = YearMonthPattern.Iso;

    /// <param name="Toelichting">Why it can be closed while a statement is missing; only where one is.</param>
    public sealed record Verzoek(string? Toelichting = null);

    /// <param name="Hash">Of the month as it was closed and looked at.</param>
    public sealed record Bevestiging(string Hash);

    /// <param name="Debet">Of all that is booked up to and including the month, in euro; in credit it is as much.</param>
    /// <param name="Hash">Of what was closed; it goes with the confirmation.</param>
    /// <param name="AfgeslotenDoor">Pseudonym; absent while nobody closed it.</param>
    /// <param name="BevestigdDoor">Pseudonym; absent while it is open.</param>
    /// <param name="Gaten">Before so many statements one was missing when it was closed; absent when none was.</param>
    /// <param name="Toelichting">Why it could be closed all the same; absent when none was missing, or when it was destroyed.</param>
    public sealed record Beeld(
        string Maand,
        long Regels,
        decimal Debet,
        string Hash,
        string? AfgeslotenDoor,
        Instant? AfgeslotenOp,
        string? BevestigdDoor,
        Instant? BevestigdOp,
        int? Gaten = null,
        string? Toelichting = null
    );

    private delegate Beslissing Stap(
        Boekmaand? boekmaand,
        LocalDate maand,
        Maandstand stand,
        LocalDate? geslotenTot,
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
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Boekmaand> boekmaanden,
        Werkeenheid<BetalingenContext> eenheid,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        var tekst = verzoek.Toelichting?.Trim();
        return Voer(
            (boekmaand, eerste, stand, geslotenTot, vandaag, nu) =>
                Boekmaand.Sluit(
                    boekmaand,
                    eerste,
                    stand,
                    geslotenTot,
                    persoon.Onderwerp,
                    vandaag,
                    nu,
                    string.IsNullOrEmpty(tekst) ? null : () => boekmaanden.Bewaar(Stroomnummer(eerste), tekst)
                ),
            maand,
            boekmaanden,
            eenheid,
            contexten,
            moment,
            ct
        );
    }

    private static Task<Uitkomst> Bevestig(
        string maand,
        Bevestiging verzoek,
        Persoon persoon,
        Stroom<Boekmaand> boekmaanden,
        Werkeenheid<BetalingenContext> eenheid,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    ) =>
        Voer(
            (boekmaand, eerste, stand, geslotenTot, vandaag, nu) =>
                Boekmaand.Gezien(boekmaand, verzoek.Hash) is { } andere
                    ? andere
                    : Boekmaand.Bevestig(boekmaand, eerste, stand, geslotenTot, persoon.Onderwerp, vandaag, nu),
            maand,
            boekmaanden,
            eenheid,
            contexten,
            moment,
            ct
        );

    private static async Task<Uitkomst> Voer(
        Stap stap,
        string maand,
        Stroom<Boekmaand> boekmaanden,
        Werkeenheid<BetalingenContext> eenheid,
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
        var gaten = await Bankaansluiting.Gaten(eenheid.Sessie, ct);
        var stand = await Stand(bron, eerste, ct) with { Gaten = gaten.Count(g => g.Dag < eerste.PlusMonths(1)) };
        var geslotenTot = await GeslotenTot(bron, ct);
        var nu = moment.Nu;
        return await boekmaanden.SchrijfOfBegin(
            Stroomnummer(eerste),
            boekmaand => stap(boekmaand, eerste, stand, geslotenTot, Moment.Dag(nu), nu),
            ct
        );
    }

    private static string Stroomnummer(LocalDate maand) => $"boekmaand-{Boekmaand.Naam(maand)}";

    private static async Task<Uitkomst> Lijst(Werkeenheid<BetalingenContext> eenheid, CancellationToken ct)
    {
        var maanden = await eenheid.Sessie.QueryAsync<Boekmaand>("order by id", ct);
        var toelichtingen = await Inhouden.Lees(eenheid.Sessie, maanden.Select(m => m.Afgesloten?.Toelichting).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(maanden.Where(m => m.Afgesloten is not null).Select(m => Van(m, m.Afgesloten!, toelichtingen)).ToList());
    }

    private static Beeld Van(Boekmaand m, BoekmaandAfgesloten afgesloten, Inhouden toelichtingen) =>
        new(
            Boekmaand.Naam(afgesloten.Maand),
            m.Bevestigd?.Regels ?? afgesloten.Regels,
            m.Bevestigd?.Debet ?? afgesloten.Debet,
            Boekhash.Van(afgesloten),
            afgesloten.Door,
            afgesloten.Op,
            m.Bevestigd?.Door,
            m.Bevestigd?.Op,
            afgesloten.Gaten,
            afgesloten.Toelichting is { } toelichting ? toelichtingen.Zoek<string>(toelichting) : null
        );

    /// <summary>What the books hold up to and including the month that begins on this day.</summary>
    private static async Task<Maandstand> Stand(NpgsqlDataSource bron, LocalDate maand, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select count(*), coalesce(sum(debet), 0), max(op), (
              select count(*) from betalingen.mt_doc_bankregel where data ->> 'gekoppeld' is null
                and coalesce(data ->> 'opTussenrekening', 'false') = 'false' and (data -> 'gemeld' ->> 'boekdatum')::date < $1
            )
            from betalingen.grootboek where boekdatum < $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = maand.PlusMonths(1) });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return new(
            rij.GetInt64(0),
            rij.GetDecimal(1),
            await rij.IsDBNullAsync(2, ct) ? null : rij.GetFieldValue<Instant>(2),
            (int)rij.GetInt64(3)
        );
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
