using System.Globalization;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>
/// Orders to pay interest: for paying late ourselves, and of what a recipient paid and never owed. They stand beside the obligation of the case, which is about
/// subsidy, and no other context counts them.
/// </summary>
public static class Renteopdracht
{
    private const string Achtervoegsel = "-R";

    /// <summary>Of the decision on paying this order late; there is one. The order that follows from it has a number of its own.</summary>
    public static string Nummer(string betaalopdracht) => $"{betaalopdracht}{Achtervoegsel}";

    /// <summary>Of the next that is given back of this claim. It is no reference to pay the claim with.</summary>
    public static string Nummer(Vordering vordering)
    {
        var volgnummer = vordering.Id[(vordering.Id.LastIndexOf("-TV", StringComparison.Ordinal) + "-TV".Length)..];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{vordering.Zaaknummer}{Achtervoegsel}{volgnummer}-{vordering.Teruggaven.Count + 1}"
        );
    }

    public static Opdracht Van(RentevergoedingBesloten e) =>
        new(
            $"{Nummer(e.Voorstel.Betaalopdracht)}B",
            e.Voorstel.Zaaknummer,
            e.Voorstel.Tijdvak,
            e.Voorstel.KvkNummer,
            e.Voorstel.Besluit,
            Betaalsoort.Rente,
            e.Voorstel.Bedrag,
            e.Ondertekenaars
        );

    public static Opdracht Van(RenteTeruggegeven e) =>
        new(e.Betaalopdracht, e.Zaaknummer, e.Tijdvak, e.KvkNummer, e.Besluit, Betaalsoort.Rente, e.Bedrag, e.Ondertekenaars);

    /// <summary>Whether an event of this order is of interest.</summary>
    public static bool Is(string betaalopdracht, object gebeurtenis) =>
        gebeurtenis switch
        {
            BetalingOpgedragen e => e.Opdracht.Soort == Betaalsoort.Rente,
            BetalingUitgevoerd e => e.Opdracht.Soort == Betaalsoort.Rente,
            BetalingTeruggekomen e => e.Opdracht.Soort == Betaalsoort.Rente,
            BetalingAfgewezen e => e.Opdracht.Soort == Betaalsoort.Rente,
            BetalingVerrekend e => e.Opdracht.Soort == Betaalsoort.Rente,
            BeslagleggerBetaald e => e.Opdracht.Soort == Betaalsoort.Rente,
            // These do not tell what they are of.
            BetalingAangehouden e => Is(betaalopdracht, e.Zaaknummer),
            BetalingVrijgegeven e => Is(betaalopdracht, e.Zaaknummer),
            _ => false,
        };

    private static bool Is(string betaalopdracht, string zaaknummer) =>
        betaalopdracht.StartsWith(zaaknummer, StringComparison.Ordinal)
        && betaalopdracht[zaaknummer.Length..].Contains(Achtervoegsel, StringComparison.Ordinal);
}
