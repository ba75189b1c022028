namespace SlimRegeling.Regels;

/// <summary>The lines of a computation while it is made, each under its article in the version.</summary>
internal sealed class Rekenstaat(Regelversie versie, int regels)
{
    private readonly List<Rekenregel> lijst = new(regels);

    public Regelversie Versie => versie;

    public IReadOnlyList<Rekenregel> Regels => lijst;

    /// <summary>A line whose one value is a percentage of the version.</summary>
    public void VoegDeel(string code, Getalsleutel? percentage, decimal bedrag) =>
        Voeg(
            code,
            (percentage is null ? null : versie.Artikel(percentage)) ?? versie.Post(code).Artikel,
            bedrag,
            versie.Percentage(percentage)
        );

    /// <summary>A line under the article of its kind.</summary>
    public void Voeg(string code, decimal bedrag, params Waarde[] waarden) => Voeg(code, versie.Post(code).Artikel, bedrag, waarden);

    /// <summary>A line under the article of the parameter that decided it: it differs by applicant type or sector.</summary>
    public void Voeg(string code, Sleutel sleutel, decimal bedrag, params Waarde[] waarden) =>
        Voeg(code, versie.Artikel(sleutel) ?? versie.Post(code).Artikel, bedrag, waarden);

    /// <summary>A line under the article of a ground that refuses part of the amount.</summary>
    public void VoegWeigering(string code, string grond, decimal bedrag, params Waarde[] waarden) =>
        Voeg(code, versie.Grond(grond).Artikel, bedrag, waarden);

    /// <summary>A line under an article that is no rule of the version.</summary>
    public void VoegOnder(string code, string artikel, decimal bedrag, params Waarde[] waarden) => Voeg(code, artikel, bedrag, waarden);

    private void Voeg(string code, string artikel, decimal bedrag, Waarde[] waarden) => lijst.Add(new(code, artikel, bedrag, waarden));
}
