using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>
/// By when our payments are to be made: which last days come near, which are over, and for which of those we owe interest; with what lies ready to be signed
/// about that. A list has no payment of a case that is closed to who looks.
/// </summary>
public static class BetaaltermijnenTonen
{
    /// <summary>What lies ready to be signed.</summary>
    /// <param name="Hoofdsom">On which it is counted, in euro, as is <c>Bedrag</c>.</param>
    /// <param name="Tot">The day of payment, which does not count.</param>
    /// <param name="Hash">What is signed.</param>
    /// <param name="Handtekeningen">Pseudonyms of who signed so far.</param>
    /// <param name="Nodig">How many others sign in all.</param>
    /// <param name="Argument">Absent when it was destroyed, and in a list.</param>
    public sealed record Rentevoorstelbeeld(
        string Besluit,
        decimal Hoofdsom,
        decimal Bedrag,
        LocalDate Van,
        LocalDate Tot,
        string Hash,
        string Door,
        Instant Op,
        IReadOnlyList<string> Handtekeningen,
        int Nodig,
        string? Argument = null
    );

    /// <param name="DagenTeLaat">How many days after the last one it was paid, or is not paid yet.</param>
    /// <param name="Rente">What ran up in those days, in euro, whether it is owed or not.</param>
    /// <param name="Volgende">What to do now, in words.</param>
    /// <param name="Uiterlijk">The last day to pay; absent while the letter with its decision was not sent.</param>
    /// <param name="Betaald">The day on which it was paid or set off; absent while it was not.</param>
    /// <param name="Rentebesluit">Number of the decision to pay interest, and of its order; absent when there is none, or it is that nothing is owed.</param>
    /// <param name="Terugzending">Why the last proposal went back; absent when none did, or another came, and in a list.</param>
    public sealed record Beeld(
        string Betaalopdracht,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        Betaalsoort Soort,
        decimal Bedrag,
        Termijnstand Stand,
        int DagenTeLaat,
        decimal Rente,
        string Volgende,
        LocalDate? Uiterlijk = null,
        LocalDate? Betaald = null,
        string? Rentebesluit = null,
        Rentevoorstelbeeld? Voorstel = null,
        string? Terugzending = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/betaaltermijnen", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaaltermijnen")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/betaalopdrachten/{id}/betaaltermijn", Een)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("betaaltermijn")
            .Geeft<Beeld>();
    }

    /// <summary>Those of which something is to be done, the last day that is over longest first.</summary>
    private static async Task<Uitkomst> Lijst(
        Betaaltermijnen betaaltermijnen,
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var (versie, termijnen) = await betaaltermijnen.Lopend(ct);
        var opdrachten = termijnen.Select(t => t.Betaalopdracht).ToList();
        var zaken = await eenheid.Sessie.LoadManyAsync<Verplichting>(ct, opdrachten.Select(o => o.Opdracht.Zaaknummer).Distinct());
        var opgeschort = zaken.Where(v => v.IsOpgeschort(moment.Vandaag)).Select(v => v.Id).ToHashSet(StringComparer.Ordinal);
        var rente = (
            await eenheid.Sessie.LoadManyAsync<Rentevergoeding>(ct, opdrachten.Select(o => Renteopdracht.Nummer(o.Id)))
        ).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var beelden = termijnen
            .Where(t => !gesloten.Contains(t.Betaalopdracht.Opdracht.Zaaknummer))
            .Select(t =>
                Van(
                    t,
                    rente.GetValueOrDefault(Renteopdracht.Nummer(t.Betaalopdracht.Id)),
                    opgeschort.Contains(t.Betaalopdracht.Opdracht.Zaaknummer),
                    versie,
                    moment.Vandaag
                )
            )
            .Where(b => b.Stand is Termijnstand.Nadert or Termijnstand.TeLaat or Termijnstand.RenteVerschuldigd || b.Voorstel is not null)
            .OrderBy(b => b.Uiterlijk)
            .ThenBy(b => b.Betaalopdracht, StringComparer.Ordinal)
            .ToList();
        return Uitkomst.Ok(beelden) with { Zaken = [.. beelden.Select(b => b.Zaaknummer)] };
    }

    private static async Task<Uitkomst> Een(
        string id,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Verplichting> verplichtingen,
        Stroom<Rentevergoeding> rentevergoedingen,
        Betaaltermijnen betaaltermijnen,
        Werkeenheid<BetalingenContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await betaalopdrachten.Lees(id, ct) is not { } betaalopdracht)
        {
            return Weigering.NietGevonden(id);
        }
        var zaak = betaalopdracht.Opdracht.Zaaknummer;
        var (versie, termijnen) = await betaaltermijnen.Van([betaalopdracht], ct);
        var rente = await rentevergoedingen.Lees(Renteopdracht.Nummer(id), ct);
        var opgeschort = (await verplichtingen.Lees(zaak, ct))?.IsOpgeschort(moment.Vandaag) == true;
        var beeld = Van(termijnen[0], rente, opgeschort, versie, moment.Vandaag);
        var argument = rente?.Voorstel is { } voorstel ? await eenheid.Lees<Vorderingstekst>(voorstel.Tekst, ct) : null;
        var terug = rente?.Teruggezonden is { } teruggezonden ? await eenheid.Lees<Reden>(teruggezonden.Reden, ct) : null;
        return Uitkomst.Ok(
            beeld with
            {
                Voorstel = beeld.Voorstel is null ? null : beeld.Voorstel with { Argument = argument?.Argument },
                Terugzending = terug?.Tekst,
            }
        ) with
        {
            Zaak = zaak,
        };
    }

    /// <param name="opgeschort">Whether no payment of the case is due today (4:56 Awb).</param>
    public static Beeld Van(Betaaltermijn termijn, Rentevergoeding? rente, bool opgeschort, Regelversie versie, LocalDate vandaag)
    {
        var (b, o) = (termijn.Betaalopdracht, termijn.Betaalopdracht.Opdracht);
        var stand = termijn.Stand(versie, vandaag, opgeschort, rente?.Besloten is not null);
        return new(
            b.Id,
            o.Zaaknummer,
            o.KvkNummer,
            o.Besluit,
            o.Soort,
            o.Bedrag,
            stand,
            termijn.TeLaat(vandaag),
            termijn.Rente(versie, vandaag),
            rente?.Voorstel is null ? Volgende(stand, termijn, vandaag) : $"Voorstel {rente.Voorstel.Besluit} wacht op een handtekening.",
            termijn.Uiterlijk,
            termijn.Betaald,
            rente?.Besloten is { Voorstel: { Bedrag: > 0, Besluit: var besluit } } ? besluit : null,
            rente is { Voorgesteld: { Voorstel: var v } voorgesteld }
                ? new(
                    v.Besluit,
                    v.Hoofdsom,
                    v.Bedrag,
                    v.Van,
                    v.Tot,
                    voorgesteld.Hash,
                    v.Door,
                    v.Op,
                    rente.Handtekeningen,
                    Betaalopdracht.Akkoordeisen
                )
                : null
        );
    }

    private static string Volgende(Termijnstand stand, Betaaltermijn termijn, LocalDate vandaag) =>
        stand switch
        {
            Termijnstand.NietBekendgemaakt => "De brief met het besluit is nog niet verzonden: er loopt nog geen betaaltermijn.",
            Termijnstand.Loopt => $"Betaal uiterlijk op {Datumtekst.Van(termijn.Uiterlijk!.Value)}.",
            Termijnstand.Nadert =>
                $"De laatste dag om te betalen nadert: {Datumtekst.Van(termijn.Uiterlijk!.Value)}. Het geld moet dan bij de ontvanger zijn.",
            Termijnstand.Opgeschort =>
                "De betaling is opgeschort (artikel 4:56 Awb). Die dagen tellen niet mee: noem bij een voorstel over rente vanaf welke dag zij telt.",
            Termijnstand.TeLaat =>
                $"De laatste dag om te betalen was {Datumtekst.Van(termijn.Uiterlijk!.Value)}, {termijn.TeLaat(vandaag)} dagen geleden. Er loopt wettelijke rente. Betaal zo snel mogelijk, of kijk waarop de betaling wacht.",
            Termijnstand.RenteVerschuldigd => "Er is te laat betaald. Stel voor om de wettelijke rente te vergoeden.",
            _ => "Er is niets te doen.",
        };
}
