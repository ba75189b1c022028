using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance proposes that a claim is paid in instalments (4:94 Awb), or that this ends because one was missed (4:96 Awb); a colleague decides.
/// </summary>
public static class RegelingVoorstellen
{
    private const int Meeste = 60;

    /// <param name="Termijnen">In the order of their days; together what stands open.</param>
    public sealed record Verzoek(string Argument, IReadOnlyList<Termijnbetaling> Termijnen);

    public sealed record Einde(string Argument);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/vorderingen/{vordering}/betalingsregeling", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();
        api.MapPost("/vorderingen/{vordering}/betalingsregeling/intrekking", TrekIn).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Opdrachtgever opdrachtgever,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    Geldschuldregels.Op(regels, nu),
                    nu
                ),
            ct
        );
    }

    private static Task<Uitkomst> TrekIn(
        string vordering,
        Einde verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        if (Voorstelpoort.NietBekend(vordering) is { } weigering)
        {
            return weigering;
        }
        if (vordering.Regeling is { } regeling)
        {
            return Weigering.Van(
                "al-een-regeling",
                $"Er is al een betalingsregeling ({regeling.Besluit}). Trek die eerst in als zij niet wordt nagekomen.",
                Voorstelpoort.Uitstel
            );
        }
        IReadOnlyList<Fout> fouten = [.. Fouten(vordering, verzoek, versie, Moment.Dag(nu))];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : Voorstelpoort.Doe(
                vordering,
                new(
                    Vorderingsbesluit.Betalingsregeling,
                    Voorstelpoort.Nummer(vordering, Vorderingsbesluit.Betalingsregeling),
                    vordering.Open.Totaal,
                    bewaar(),
                    wie,
                    nu,
                    Termijnen: verzoek.Termijnen
                )
            );
    }

    /// <inheritdoc cref="Beslis(Vordering, Verzoek, Func{Verwijzing}, string, Regelversie, Instant)"/>
    public static Beslissing Beslis(Vordering vordering, Einde verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        Voorstelpoort.NietBekend(vordering) is { } weigering ? weigering
        : vordering.Regeling is null
            ? Weigering.Van("geen-regeling", $"Voor vordering {vordering.Id} is geen betalingsregeling.", Voorstelpoort.Uitstel)
        : vordering.Achterstand(Moment.Dag(nu)) == 0
            ? Weigering.Van(
                "regeling-nagekomen",
                "De ontvanger komt de regeling na. Intrekken kan pas als een termijn niet op tijd is betaald.",
                "artikel 4:96, onderdeel a, Awb"
            )
        : Voorstelpoort.Argument(verzoek.Argument) is { } zonder ? zonder
        : Voorstelpoort.Doe(
            vordering,
            new(
                Vorderingsbesluit.RegelingIntrekken,
                Voorstelpoort.Nummer(vordering, Vorderingsbesluit.RegelingIntrekken),
                vordering.Open.Totaal,
                bewaar(),
                wie,
                nu
            )
        );

    private static IEnumerable<Fout> Fouten(Vordering vordering, Verzoek verzoek, Regelversie versie, LocalDate vandaag)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            yield return new Fout("argument", "Schrijf op waarom de ontvanger niet in één keer kan betalen.", "artikel 3:46 Awb");
        }
        if (verzoek.Termijnen.Count is 0 or > Meeste)
        {
            yield return new Fout("termijnen", $"Geef een tot en met {Meeste} termijnen.", Voorstelpoort.Uitstel);
            yield break;
        }
        if (verzoek.Termijnen.Any(t => t.Bedrag <= 0) || verzoek.Termijnen.Sum(t => t.Bedrag) != vordering.Open.Totaal)
        {
            yield return new Fout(
                "termijnen",
                $"De termijnen zijn samen {Getal.Euro(verzoek.Termijnen.Sum(t => t.Bedrag))}. Maak er samen precies {Getal.Euro(vordering.Open.Totaal)} van: dat staat open. Elke termijn is meer dan nul.",
                Voorstelpoort.Uitstel
            );
        }
        if (
            verzoek.Termijnen[0].Uiterlijk <= vandaag
            || verzoek.Termijnen.Zip(verzoek.Termijnen.Skip(1)).Any(p => p.First.Uiterlijk >= p.Second.Uiterlijk)
        )
        {
            yield return new Fout(
                "termijnen",
                "Zet de termijnen op volgorde, elk op een eigen dag, en de eerste na vandaag.",
                "artikel 4:94, derde lid, Awb"
            );
        }
        if (vordering.Verjaart(versie, vandaag) is { } verjaart && verzoek.Termijnen[^1].Uiterlijk > verjaart)
        {
            yield return new Fout(
                "termijnen",
                $"De vordering verjaart na {Datumtekst.Van(verjaart)}. Laat de laatste termijn uiterlijk op die dag vallen.",
                $"artikel {versie.Termijn(Termijncode.Verjaring).Artikel}"
            );
        }
    }
}
