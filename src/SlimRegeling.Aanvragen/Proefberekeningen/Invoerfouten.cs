using Microsoft.AspNetCore.Http;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>What is wrong with a message, field by field, so that all is told at once.</summary>
internal sealed class Invoerfouten
{
    // Who sends nonsense needs no list of all of it.
    private const int Meeste = 100;

    private readonly List<Fout> _fouten = [];
    private bool _onleesbaar;

    /// <summary>The message has not the shape of the API document: a wrong name, kind or way of writing.</summary>
    public void Onleesbaar(string veld, string uitleg)
    {
        _onleesbaar = true;
        Onjuist(veld, uitleg);
    }

    /// <summary>The value is readable and cannot be right.</summary>
    public void Onjuist(string veld, string uitleg, string? artikel = null) => Onjuist(new Fout(veld, uitleg, artikel));

    /// <inheritdoc cref="Onjuist(string, string, string?)"/>
    public void Onjuist(Fout fout)
    {
        if (_fouten.Count < Meeste)
        {
            _fouten.Add(fout);
        }
    }

    public bool Noemt(string veld) => _fouten.Exists(f => f.Veld == veld);

    /// <summary>400 when something could not be read, else 422; null when nothing is wrong.</summary>
    public Weigering? Weigering =>
        _fouten.Count == 0 ? null
        : _onleesbaar ? Platform.Stromen.Weigering.Invoer(_fouten) with { Code = "onleesbaar", Status = StatusCodes.Status400BadRequest }
        : Platform.Stromen.Weigering.Invoer(_fouten);
}
