using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>
/// Someone of finance proposes to pay the interest that we owe for an order that was paid late (4:97 to 4:99 Awb); its amount follows from the rules. Two
/// others sign. It is decided once, when the order was paid: only then is it known how late. That nothing is owed, as the payment was not due for a time, is
/// decided in the same way.
/// </summary>
public static class RentevergoedingVoorstellen
{
    internal const string Verzuim = "artikel 4:97 Awb";

    /// <param name="Vanaf">
    /// The first day that counts, when the payment was not due for a time (4:56 Awb, or an attachment); left out: the day after the last day to pay. The day of
    /// payment itself: nothing is owed.
    /// </param>
    public sealed record Verzoek(string Argument, LocalDate? Vanaf = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/betaalopdrachten/{id}/rentevergoeding", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Rentevergoeding> rentevergoedingen,
        Betaaltermijnen betaaltermijnen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await betaalopdrachten.Lees(id, ct) is not { } betaalopdracht)
        {
            return Weigering.NietGevonden(id);
        }
        var gelezen = await betaaltermijnen.Van([betaalopdracht], ct);
        return await rentevergoedingen.SchrijfOfBegin(
            Renteopdracht.Nummer(id),
            stand =>
                Beslis(
                    stand,
                    gelezen.Termijnen[0],
                    verzoek,
                    () =>
                        rentevergoedingen.Bewaar(
                            betaalopdracht.Opdracht.Zaaknummer,
                            new Vorderingstekst(verzoek.Argument.Trim(), opdrachtgever.Iban, opdrachtgever.Naam)
                        ),
                    persoon.Onderwerp,
                    gelezen.Versie,
                    moment.Nu
                ),
            ct
        );
    }

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Rentevergoeding? rentevergoeding,
        Betaaltermijn termijn,
        Verzoek verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        var opdracht = termijn.Betaalopdracht.Opdracht;
        if (Gesloten(rentevergoeding) is { } gesloten)
        {
            return gesloten;
        }
        if (opdracht.Soort == Betaalsoort.Rente)
        {
            return Weigering.Van("rente-over-rente", "Dit is zelf een betaling van rente. Daarover is geen rente verschuldigd.", Verzuim);
        }
        if (termijn is not { Uiterlijk: { } uiterlijk, Betaald: { } betaald } || termijn.TeLaat(Moment.Dag(nu)) == 0)
        {
            return Weigering.Van("niet-te-laat", NietTeLaat(termijn), Verzuim);
        }
        IReadOnlyList<Fout> fouten =
        [
            .. verzoek.Vanaf is { } vanaf && (vanaf <= uiterlijk || vanaf > betaald)
                ? (Fout[])
                    [
                        new(
                            "vanaf",
                            $"Kies een dag na {Datumtekst.Van(uiterlijk)}, tot en met {Datumtekst.Van(betaald)}, of laat dit leeg.",
                            Verzuim
                        ),
                    ]
                : [],
            .. string.IsNullOrWhiteSpace(verzoek.Argument)
                ? (Fout[])[new("argument", "Schrijf op waarom de betaling te laat was.", "artikel 3:46 Awb")]
                : [],
        ];
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var rente = termijn.Rente(versie, Moment.Dag(nu), verzoek.Vanaf);
        var verschuldigd = rente >= WettelijkeRente.DrempelBestuursorgaan(versie, Moment.Dag(nu));
        if (!verschuldigd && verzoek.Vanaf is null)
        {
            return Weigering.Van(
                "rente-onder-drempel",
                $"De rente is {Getal.Euro(rente)}. Minder dan {Getal.Euro(WettelijkeRente.DrempelBestuursorgaan(versie, Moment.Dag(nu)))} zijn wij niet verschuldigd.",
                "artikel 4:98, tweede lid, Awb"
            );
        }
        var voorstel = new Rentevoorstel(
            termijn.Betaalopdracht.Id,
            opdracht.Zaaknummer,
            opdracht.Tijdvak,
            opdracht.KvkNummer,
            Renteopdracht.Nummer(termijn.Betaalopdracht.Id),
            opdracht.Bedrag,
            uiterlijk,
            verzoek.Vanaf ?? uiterlijk.PlusDays(1),
            betaald,
            verschuldigd ? rente : 0,
            versie.Id,
            versie.Hash,
            bewaar(),
            wie,
            nu
        );
        return new RentevergoedingVoorgesteld(voorstel, Hash(voorstel));
    }

    /// <summary>What is signed: every amount, day and text of it, and who made it; lower-case hexadecimal SHA-256.</summary>
    public static string Hash(Rentevoorstel voorstel)
    {
        string[] regels =
        [
            $"betaalopdracht {voorstel.Betaalopdracht}",
            $"besluit {voorstel.Besluit}",
            string.Create(CultureInfo.InvariantCulture, $"hoofdsom {voorstel.Hoofdsom:0.00}"),
            string.Create(CultureInfo.InvariantCulture, $"bedrag {voorstel.Bedrag:0.00}"),
            $"uiterlijk {LocalDatePattern.Iso.Format(voorstel.Uiterlijk)}",
            $"van {LocalDatePattern.Iso.Format(voorstel.Van)}",
            $"tot {LocalDatePattern.Iso.Format(voorstel.Tot)}",
            $"regels {voorstel.Regelversie} {voorstel.Regelhash}",
            $"tekst {voorstel.Tekst.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', regels))));
    }

    private static Weigering? Gesloten(Rentevergoeding? rentevergoeding) =>
        rentevergoeding switch
        {
            { Besloten: { } besloten } => Weigering.Van(
                "al-besloten",
                $"Over deze rente is al besloten: {Getal.Euro(besloten.Voorstel.Bedrag)} ({besloten.Voorstel.Besluit}).",
                Voorstelpoort.Rente
            ),
            { Voorstel: not null } => Weigering.Van(
                "voorstel-ligt-voor",
                "Over deze rente ligt al een voorstel ter ondertekening. Laat dat ondertekenen of terugzenden, en doe dan dit voorstel.",
                "artikel 3:2 Awb"
            ),
            _ => null,
        };

    private static string NietTeLaat(Betaaltermijn termijn) =>
        termijn switch
        {
            { Uiterlijk: null } => "De brief met het besluit is nog niet verzonden. Er loopt nog geen betaaltermijn.",
            { Betaald: null } => "Deze betaling is nog niet uitgevoerd. Stel de rente voor als zij is betaald: dan is bekend hoeveel dagen zij te laat was.",
            _ => "Deze betaling was op tijd. Wij zijn geen rente verschuldigd.",
        };
}
