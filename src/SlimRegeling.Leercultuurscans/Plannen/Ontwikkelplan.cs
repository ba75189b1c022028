using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Plannen;

/// <summary>
/// What a firm is going to do: the training or development plan that is the result of activity A. All of it is text of the firm; it is begun from the
/// report, so that it rests on what people said.
/// </summary>
/// <param name="Aanleiding">What the scan showed, and what else is going on.</param>
/// <param name="Visie">Where the firm wants to go, and what people must be able to do for that.</param>
/// <param name="Middelen">Time, money and subsidy.</param>
/// <param name="Volgen">How one sees whether it worked, and how people hear of it.</param>
public sealed record Ontwikkelplan(string Aanleiding, string Visie, IReadOnlyList<Planregel> Regels, string Middelen, string Volgen)
{
    private const int MeesteRegels = 50;
    private const int Langste = 4_000;

    /// <summary>A plan to go on from: a line for each priority of the report, with the first of its handles.</summary>
    public static Ontwikkelplan Begin(Rapport rapport, IReadOnlyList<Interventie> interventies) =>
        new(
            $"De leercultuurscan ({rapport.Beeld}, {rapport.Antwoorden} van {rapport.Gevraagd} mensen) noemt als eerste: "
                + (
                    rapport.Prioriteiten.Count == 0
                        ? "niets wat beter moet"
                        : string.Join("; ", rapport.Prioriteiten.Select(p => Dimensies.Naam(p.Dimensie).Nl))
                )
                + "."
                + (rapport.Sterk is { } sterk ? $" Sterk is: {Dimensies.Naam(sterk).Nl}." : ""),
            "",
            [
                .. rapport.Prioriteiten.Select(p =>
                {
                    var handvat = (p.Handvatten ?? [])
                        .Select(h => interventies.FirstOrDefault(i => i.Id == h))
                        .FirstOrDefault(i => i is not null);
                    return new Planregel(Dimensies.Naam(p.Dimensie).Nl, handvat?.Naam.Nl ?? "", "", "", "", "", p.Dimensie, handvat?.Id);
                }),
            ],
            "",
            ""
        );

    /// <summary>What is wrong with it.</summary>
    /// <param name="af">It is to be fixed: then nothing may be left open.</param>
    /// <param name="prioriteiten">Of the report; a plan that is fixed follows from at least one of them. Where there are none, it cannot.</param>
    public IReadOnlyList<Fout> Controleer(bool af, IReadOnlyList<string>? prioriteiten = null)
    {
        var fouten = new List<Fout>();
        Tekst("aanleiding", Aanleiding);
        Tekst("visie", Visie);
        Tekst("middelen", Middelen);
        Tekst("volgen", Volgen);
        if (Regels.Count > MeesteRegels)
        {
            fouten.Add(new("regels", $"Een plan heeft ten hoogste {MeesteRegels} regels."));
        }
        if (af && Regels.Count == 0)
        {
            fouten.Add(new("regels", "Schrijf ten minste één regel: wat gaat u doen?"));
        }
        else if (af && prioriteiten is { Count: > 0 } && !Regels.Any(r => r.Dimensie is { } d && prioriteiten.Contains(d)))
        {
            fouten.Add(new("regels[0].dimensie", "Laat ten minste één regel horen bij een prioriteit uit uw rapport."));
        }
        for (var i = 0; i < Regels.Count; i++)
        {
            var (regel, veld) = (Regels[i], $"regels[{i}]");
            Tekst($"{veld}.doel", regel.Doel);
            Tekst($"{veld}.aanpak", regel.Aanpak);
            Tekst($"{veld}.voor", regel.Voor);
            Tekst($"{veld}.wie", regel.Wie);
            Tekst($"{veld}.wanneer", regel.Wanneer);
            Tekst($"{veld}.meten", regel.Meten);
            if (regel.Dimensie is { } dimensie && !Dimensies.Codes.Contains(dimensie))
            {
                fouten.Add(new($"{veld}.dimensie", "Kies een dimensie van D1 tot en met D9."));
            }
        }
        return fouten;

        void Tekst(string veld, string tekst)
        {
            if (tekst.Length > Langste)
            {
                fouten.Add(new(veld, $"Gebruik ten hoogste {Langste} tekens."));
            }
            if (af && string.IsNullOrWhiteSpace(tekst))
            {
                fouten.Add(new(veld, "Vul dit in, anders is het plan niet af."));
            }
        }
    }
}

/// <summary>One thing that a firm is going to do.</summary>
/// <param name="Voor">For which people.</param>
/// <param name="Meten">How one sees that it worked.</param>
/// <param name="Dimensie">What of the report it is for.</param>
/// <param name="Interventie">Id in the catalogue, when it comes from there.</param>
public sealed record Planregel(
    string Doel,
    string Aanpak,
    string Voor,
    string Wie,
    string Wanneer,
    string Meten,
    string? Dimensie = null,
    string? Interventie = null
);

/// <summary>A plan that is not fixed yet; it may be overwritten.</summary>
public sealed record Planconcept(string Id, string KvkNummer, Ontwikkelplan Plan) : IVanOnderneming;
